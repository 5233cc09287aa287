from django.conf import settings
from netbox.plugins import PluginConfig

from .limits import LIMIT

DEBUG = settings.DEBUG
OWN = settings.PLUGINS_CONFIG.get("netbox_example", {})  # expect: NBP706


class ExampleConfig(PluginConfig):
    name = "netbox_example"
    verbose_name = f"Example ({LIMIT})"
    description = "An example"
    version = "1.0.0"
    base_url = "example"
    min_version = "4.3.0"
    max_version = "4.7.99"


config = ExampleConfig
