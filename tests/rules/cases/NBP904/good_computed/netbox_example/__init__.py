from importlib.metadata import version

from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = version("netbox-example")
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"


config = ExampleConfig
