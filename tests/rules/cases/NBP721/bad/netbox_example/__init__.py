from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    menu = "navigation.main_menu"  # expect: NBP721
    search_indexes = "searching.indexes"  # expect: NBP721


config = ExampleConfig
