from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = ""  # expect: NBP602
    max_version = '4.7.x'  # expect: NBP602


config = ExampleConfig
