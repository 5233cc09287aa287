from netbox.plugins import PluginConfig

__version__ = '0.1.0'


class KitServiceMapConfig(PluginConfig):
    name = 'netbox_kit_service_map'
    verbose_name = 'Service map'
    description = 'Business services, what they are made of, and what depends on what.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-service-map'
    min_version = '4.5.0'
    max_version = '4.7.99'

    def ready(self):
        super().ready()
        from . import signals  # noqa: F401


config = KitServiceMapConfig
