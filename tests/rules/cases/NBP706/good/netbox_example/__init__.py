from django.conf import settings
from netbox.plugins import PluginConfig


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = "Example"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"

    def ready(self):
        super().ready()
        from .limits import LIMIT

        self.limit = LIMIT or settings.PLUGINS_CONFIG["netbox_example"]


config = ExampleConfig
