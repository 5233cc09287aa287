from netbox.plugins import PluginConfig

from .configuration import check_models, check_settings

__version__ = '0.1.0'


class KitSecretsConfig(PluginConfig):
    name = 'netbox_kit_secrets'
    verbose_name = 'Secrets'
    description = 'Passwords and keys, encrypted, kept with the objects that they are for.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-secrets'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'models': {
            'dcim.device': 'left_page',
            'virtualization.virtualmachine': 'left_page',
            'tenancy.contact': 'left_page',
        },
        'key_size': 3072,
        'session_hours': 8,
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        from netbox.plugins import get_plugin_config

        # Before NetBox loads what is made from them
        check_models(get_plugin_config(self.name, 'models'))

        super().ready()

        # What these define is registered by being imported.
        from . import signals  # noqa: F401


config = KitSecretsConfig
