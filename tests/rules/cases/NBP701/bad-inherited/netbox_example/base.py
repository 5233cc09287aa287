from netbox.plugins import PluginConfig


class ExampleBase(PluginConfig):
    def ready(self): pass  # expect: NBP701
