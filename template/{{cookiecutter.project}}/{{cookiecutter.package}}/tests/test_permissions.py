{% if plugin.models %}
from netbox_plugin_kit.testing import PluginTestCases

{% for model in plugin.models %}
from .factories import create_{{ model.snake }}, {{ code.fixtures.created(model) }}
{% endfor %}


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """
    plugin = '{{ plugin.package }}'
{% if plugin.features.home_page %}
    # It says what there is, and counts only what a user may view.
    public_urls = ('home',)
{% endif %}

    @classmethod
    def setUpTestData(cls):
{% for model in plugin.models %}
        create_{{ model.snake }}()
        {{ code.fixtures.created(model) }}()
{% endfor %}
{% endif %}
