from netbox.plugins import PluginConfig

from .configuration import check_settings

__version__ = '0.1.0'


class KitInterfaceSyncConfig(PluginConfig):
    name = 'netbox_kit_interface_sync'
    verbose_name = 'Interface synchronisation'
    description = 'Compares the components of a device with the templates of its type, and brings the device in line.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-interface-sync'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'exclude_virtual_interfaces': True,
        'panel': True,
        'compare_description': True,
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        super().ready()
        # NetBox's URLs of devices are made of the views that are registered when it loads them.
        from . import views  # noqa: F401


config = KitInterfaceSyncConfig
