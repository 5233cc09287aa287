from netbox.plugins import PluginTemplateExtension


class SitePanel(PluginTemplateExtension):
    models = ["dcim.site"]


class RackPanel(PluginTemplateExtension):  # expect: NBP712
    models = ["dcim.rack"]


template_extensions = (SitePanel,)
