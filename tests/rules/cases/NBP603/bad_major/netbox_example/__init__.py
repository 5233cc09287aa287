from netbox.plugins import PluginConfig

NEWEST = "4"


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "3.7.0"
    max_version = NEWEST  # expect: NBP603


config = ExampleConfig
