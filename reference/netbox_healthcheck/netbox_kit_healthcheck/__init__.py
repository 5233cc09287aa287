from netbox.plugins import PluginConfig

from .configuration import check_settings

__version__ = '0.1.0'


class KitHealthcheckConfig(PluginConfig):
    name = 'netbox_kit_healthcheck'
    verbose_name = 'Health check'
    description = 'Says whether NetBox and what it depends on are well, to people, load balancers and monitoring.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-healthcheck'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'checks': None,
        'timeout': 5,
        'anonymous': 'status',
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)


config = KitHealthcheckConfig
