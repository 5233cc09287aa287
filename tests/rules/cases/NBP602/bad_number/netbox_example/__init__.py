from netbox.plugins import PluginConfig

OLDEST = 4.5


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = OLDEST  # expect: NBP602
    max_version = "4.*"  # expect: NBP602


config = ExampleConfig
