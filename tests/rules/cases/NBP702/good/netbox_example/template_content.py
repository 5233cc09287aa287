from netbox.plugins import PluginTemplateExtension


class Base(PluginTemplateExtension):
    model = "dcim.site"

    def right_page(self):
        return ""


class SitePanel(Base):
    models = ["dcim.site"]


class Everywhere(PluginTemplateExtension):
    def navbar(self):
        return ""


class Chosen(PluginTemplateExtension):
    model = None


class Both(PluginTemplateExtension):
    model = "dcim.rack"
    models = [model]


class NotAnExtension:
    model = "dcim.site"


template_extensions = [SitePanel, Everywhere, Chosen, Both]
