from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "v4.5.0-beta1"
    max_version = "4.7.99.99"


config = ExampleConfig
