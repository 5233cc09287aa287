from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):  # expect: NBP601
    name = "netbox_example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"


config = ExampleConfig
