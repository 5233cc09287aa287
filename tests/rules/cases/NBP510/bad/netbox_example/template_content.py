from netbox.plugins import PluginTemplateExtension


class Quiet(PluginTemplateExtension):
    def head(self):
        return "<style>.btn-add { display: none }</style>"  # expect: NBP510


template_extensions = [Quiet]
