from netbox.plugins import PluginTemplateExtension


class Panel(PluginTemplateExtension):
    pass


class SitePanel(Panel):
    models = ["dcim.site"]


class _RackPanel(PluginTemplateExtension):
    models = ["dcim.rack"]


class Note:
    pass


template_extensions = [SitePanel]
