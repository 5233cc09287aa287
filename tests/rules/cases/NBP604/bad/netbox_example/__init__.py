from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.7.0"  # expect: NBP604
    max_version = "4.6.99"


config = ExampleConfig
