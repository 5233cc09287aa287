{% if plugin.settings %}
{% set choices = plugin.settings | selectattr('choices') | list %}
{% set urls = plugin.settings | selectattr('type', 'equalto', 'url') | list %}
{% set integers = plugin.settings | selectattr('type', 'equalto', 'integer') | list %}
{% set required = code.settings.required(plugin) %}
{% set defaults = code.settings.defaults(plugin) %}
{% set empty = code.settings.may_be_empty(plugin) %}
from core.exceptions import IncompatiblePluginError
from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from netbox_plugin_kit.testing import TestCase

from {{ plugin.package }} import config


class ConfigurationTestCase(TestCase):
    """
    What NetBox does with PLUGINS_CONFIG when it starts.
    """
    def validated(self, **changes):
        user_config = {{ '{**' ~ (code.settings.samples(plugin) | repr) ~ ', **changes}' if required else 'dict(changes)' }}
        config.validate(user_config, settings.RELEASE.version)
        return user_config

    def assertRefused(self, message, **changes):
        with self.assertRaisesMessage(ImproperlyConfigured, message):
            self.validated(**changes)
{% if defaults %}

    def test_defaults(self):
        user_config = self.validated()
{% for name, value in defaults.items() %}
        self.assertEqual(user_config[{{ name | repr }}], {{ value | repr }})
{% endfor %}
{% endif %}
{% if required %}

    def test_required(self):
        for name in config.required_settings:
            with self.subTest(name=name):
                user_config = self.validated()
                del user_config[name]
                with self.assertRaisesMessage(ImproperlyConfigured, f"'{name}'"):
                    config.validate(user_config, settings.RELEASE.version)
{% endif %}

    def test_types(self):
{% for setting in plugin.settings %}
        self.assertRefused("['{{ setting.name }}'] must be {{ code.settings.kind(setting)[1] }}", {{ setting.name }}={{ code.settings.wrong_value(setting) | repr }})
{% endfor %}
{% if integers %}

    def test_true_is_no_integer(self):
        self.assertRefused('must be an integer', {{ integers[0].name }}=True)
{% endif %}
{% if choices %}

    def test_choices(self):
{% for setting in choices %}
        self.assertRefused('must be one of', {{ setting.name }}={{ code.settings.wrong_choice(setting) | repr }})
{% endfor %}
{% endif %}
{% if urls %}

    def test_urls(self):
{% for setting in urls %}
        self.assertRefused('must be a URL', {{ setting.name }}='not an address')
{% endfor %}
{% endif %}
{% if empty %}

    def test_may_be_empty(self):
        self.assertIsNone(self.validated({{ empty[0].name }}=None)[{{ empty[0].name | repr }}])
{% endif %}

    def test_misspelt_key(self):
        self.assertRefused("did you mean '{{ plugin.settings[0].name }}'?", {{ code.settings.misspelt(plugin.settings[0]) }}=None)

    def test_unknown_key(self):
        self.assertRefused("['zzzzzz'] is no setting of this plugin; there are", zzzzzz=None)

    def test_incompatible_release_comes_first(self):
        with self.assertRaises(IncompatiblePluginError):
            config.validate({'zzzzzz': None}, '1.0.0')
{% endif %}
