from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.5"
    max_version = "9.0"  # not out yet


config = ExampleConfig
