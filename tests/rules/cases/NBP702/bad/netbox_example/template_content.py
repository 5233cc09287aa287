from netbox.plugins import PluginTemplateExtension as Extension


class Panel(Extension):
    def right_page(self):
        return self.render("netbox_example/panel.html")


class SitePanel(Panel):
    model = "dcim.site"  # expect: NBP702


class RackPanel(Extension):
    model = 'dcim.rack'  # expect: NBP702

    def buttons(self):
        return ""


template_extensions = (SitePanel, RackPanel)
