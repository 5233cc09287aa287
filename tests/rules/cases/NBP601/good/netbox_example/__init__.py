import os

from netbox.plugins import PluginConfig


class Bounded(PluginConfig):
    min_version = "4.3.0"


class ExampleConfig(Bounded):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    max_version = os.environ["NEWEST_NETBOX"]


config = ExampleConfig
