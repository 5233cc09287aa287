from netbox_plugin_kit.testing import PluginTestCases


class PagesTestCase(PluginTestCases.PagesTestCase):
    plugin = 'netbox_kit_healthcheck'


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    plugin = 'netbox_kit_healthcheck'
    public_urls = ('home', 'status')
