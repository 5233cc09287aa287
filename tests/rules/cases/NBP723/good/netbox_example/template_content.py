from netbox.plugins import PluginTemplateExtension


class SitePanel(PluginTemplateExtension):
    models = ["dcim.site"]


template_extensions = tuple([SitePanel])
