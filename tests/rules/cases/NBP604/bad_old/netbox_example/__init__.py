from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "3.0.0"
    max_version = "3.4.99"  # expect: NBP604


config = ExampleConfig
