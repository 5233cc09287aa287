from netbox.plugins import PluginConfig, get_plugin_config

from .configuration import check_settings

__version__ = '0.1.0'


class KitShowcaseConfig(PluginConfig):
    name = 'netbox_kit_showcase'
    verbose_name = 'Showcase'
    description = 'One of everything that NetBox lets a plugin do.'
    version = __version__
    author = 'The netbox-plugin-kit authors'
    base_url = 'kit-showcase'
    min_version = '4.5.0'
    max_version = '4.7.99'
    default_settings = {
        'opening_hours': '10-18',
        'newest': 5,
        'greet': True,
    }
    middleware = ['netbox_kit_showcase.middleware.KitShowcaseMiddleware']
    # A queue of the plugin's own: netbox_kit_showcase.counting. A worker has to be told of it.
    queues = ['counting']
    events_pipeline = ['netbox_kit_showcase.pipeline.log_events']
    serializer_resolver = 'api.resolving.resolve'

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)

    def ready(self):
        super().ready()

        # What these define is registered by being imported.
        from . import (  # noqa: F401
            columns,
            events,
            features,
            jobs,
            request_processors,
            signals,
            webhook_callbacks,
            widgets,
        )

    def get_jinja_context(self):
        # What config templates know beside NetBox's own variables, from NetBox 4.7 on
        return {'kit_showcase_opening_hours': get_plugin_config(self.name, 'opening_hours')}


config = KitShowcaseConfig
