from netbox.plugins import PluginTemplateExtension


class SitePanel(PluginTemplateExtension):
    models = ["dcim.site"]  # expect: NBP702


class RackPanel(PluginTemplateExtension):
    model = "dcim.rack"
    models = [model]


template_extensions = [SitePanel, RackPanel]
