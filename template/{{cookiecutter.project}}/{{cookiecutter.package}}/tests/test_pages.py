{% if plugin.models %}
from netbox_plugin_kit.testing import PluginTestCases, create

{% for model in plugin.models %}
from .factories import create_{{ model.snake }}, {{ code.fixtures.created(model) }}
{% endfor %}
{% set core = code.trials.core_pages(plugin) %}


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """
    plugin = '{{ plugin.package }}'

    @classmethod
    def setUpTestData(cls):
{% for model in plugin.models %}
        create_{{ model.snake }}()
        {{ core.names.get(model.name, '') }}{{ code.fixtures.created(model) }}()
{% endfor %}
{% if core.objects %}
        cls.extended = (
{% for source in core.objects %}
            {{ source }},
{% endfor %}
        )

    def core_objects(self):
        return self.extended
{% endif %}
{% endif %}
