from netbox.plugins import PluginConfig

from .configuration import check_settings, check_statuses

__version__ = '0.1.0'


class KitInventoryConfig(PluginConfig):
    name = 'netbox_kit_inventory'
    verbose_name = 'Inventory'
    description = 'The hardware that an organisation has, in use or in store, from its purchase until it retires.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-inventory'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'sync_hardware': False,
        'warranty_warning_days': 90,
        'used_statuses': ['used'],
        'free_statuses': ['stored', 'retired'],
        'asset_card': 'right_page',
        'counts_card': 'right_page',
    }

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        super().ready()

        from django.conf import settings

        # The receivers in it are connected by being imported.
        from . import signals  # noqa: F401
        from .choices import AssetStatusChoices

        check_statuses(settings.PLUGINS_CONFIG[self.name], AssetStatusChoices.values())


config = KitInventoryConfig
