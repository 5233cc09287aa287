from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "0.9.0"  # expect: NBP904
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"


config = ExampleConfig
