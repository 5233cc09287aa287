from netbox.plugins import PluginTemplateExtension


class Styled(PluginTemplateExtension):
    models = ["dcim.site"]

    def head(self):
        return "<style>.example { color: red }</style>"

    def right_page(self):
        return "<p style='display: none'>own</p>"


template_extensions = [Styled]
