from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.50"
    max_version = "4.3.99"  # expect: NBP604


config = ExampleConfig
