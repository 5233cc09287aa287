from netbox.plugins import PluginConfig

from .configuration import check_settings

__version__ = '0.1.0'


class KitLifecycleConfig(PluginConfig):
    name = 'netbox_kit_lifecycle'
    verbose_name = 'Lifecycle'
    description = 'How long hardware, support contracts and licences last.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-lifecycle'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'warning_days': 90,
        'lifecycle_card': 'right_page',
        'contract_card': 'right_page',
        'license_card': 'right_page',
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        super().ready()

        # What these define is registered by being imported.
        from . import widgets  # noqa: F401


config = KitLifecycleConfig
