from netbox.plugins import PluginConfig
{% if plugin.settings %}

from .configuration import check_settings
{% endif %}

__version__ = {{ plugin.version | repr }}


class {{ plugin.config_class }}(PluginConfig):
    name = {{ plugin.package | repr }}
    verbose_name = {{ plugin.title | repr }}
    description = {{ plugin.description | repr }}
    version = __version__
{% if plugin.author.name %}
    author = {{ plugin.author.name | repr }}
{% endif %}
{% if plugin.author.email %}
    author_email = {{ plugin.author.email | repr }}
{% endif %}
    base_url = {{ plugin.base_url | repr }}
    min_version = {{ plugin.netbox.min_version | repr }}
    max_version = {{ plugin.netbox.max_version | repr }}
{% if code.settings.required(plugin) %}
    required_settings = {{ code.settings.required(plugin) }}
{% endif %}
{% for name, value in code.settings.defaults(plugin).items() %}
{{ '    default_settings = {' if loop.first }}
        {{ name | repr }}: {{ value | repr }},
{{ '    }' if loop.last }}
{% endfor %}
{% if plugin.features.middleware %}
    middleware = ['{{ plugin.package }}.middleware.{{ code.features.prefix(plugin) }}Middleware']
{% endif %}
{% if plugin.settings %}

    @classmethod
    def validate(cls, user_config, netbox_version):
        # NetBox's own checks come first: a plugin for another release is skipped, whatever its settings are.
        super().validate(user_config, netbox_version)
        check_settings(user_config)
{% endif %}
{% if code.features.modules(plugin) %}

    def ready(self):
        super().ready()

        # What these define is registered by being imported.
        from . import {{ code.features.modules(plugin) | join(', ') }}  # noqa: F401
{% endif %}


config = {{ plugin.config_class }}
