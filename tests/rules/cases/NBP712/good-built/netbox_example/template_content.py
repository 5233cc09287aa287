from netbox.plugins import PluginTemplateExtension

from . import extras

template_extensions = []


class SitePanel(PluginTemplateExtension):
    models = ["dcim.site"]


for extension in PluginTemplateExtension.__subclasses__():
    template_extensions.append(extension)
