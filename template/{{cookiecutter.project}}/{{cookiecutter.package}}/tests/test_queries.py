{% if plugin.models %}
from netbox_plugin_kit.testing import PluginTestCases

{% for model in plugin.models %}
from .factories import {{ code.fixtures.created(model) }}
{% endfor %}


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """
    plugin = '{{ plugin.package }}'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
{% for model in plugin.models %}
            {{ code.fixtures.created(model) }}()
{% endfor %}
{% endif %}
