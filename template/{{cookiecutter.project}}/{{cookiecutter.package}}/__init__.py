from netbox.plugins import PluginConfig

__version__ = {{ plugin.version | pprint }}


class {{ plugin.config_class }}(PluginConfig):
    name = {{ plugin.package | pprint }}
    verbose_name = {{ plugin.title | pprint }}
    description = {{ plugin.description | pprint }}
    version = __version__
    author = {{ plugin.author.name | pprint }}
    author_email = {{ plugin.author.email | pprint }}
    base_url = {{ plugin.base_url | pprint }}
    min_version = {{ plugin.netbox.min_version | pprint }}
    max_version = {{ plugin.netbox.max_version | pprint }}


config = {{ plugin.config_class }}
