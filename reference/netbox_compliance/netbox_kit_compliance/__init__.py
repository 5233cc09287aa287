from netbox.plugins import PluginConfig

from .configuration import check_settings

__version__ = '0.1.0'


class KitComplianceConfig(PluginConfig):
    name = 'netbox_kit_compliance'
    verbose_name = 'Compliance'
    description = 'Rules that devices and their configurations are tested against.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-compliance'
    min_version = '4.5.0'
    max_version = '4.7.99'
    # A run may take long; with a queue and a worker of its own it keeps nothing else waiting.
    queues = ['compliance']
    default_settings = {
        'store_reports': 5,
        'expression_seconds': 2,
        'run_seconds': 3600,
        'configuration': 'rendered',
        'data_source': '',
        'path': '{site}/{name}.cfg',
        'format': 'auto',
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)


config = KitComplianceConfig
