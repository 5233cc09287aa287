{% if plugin.features.webhook_callbacks %}
{% set model = code.features.main(plugin) %}
from core.events import OBJECT_CREATED
from core.models import ObjectType
from dcim.models import Site
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from {{ plugin.package }} import __version__
{% if model %}
from {{ plugin.package }}.models import {{ model.name }}
{% endif %}
from {{ plugin.package }}.webhook_callbacks import add_plugin


class WebhookCallbacksTestCase(TestCase):
    def context(self, model):
        return add_plugin(ObjectType.objects.get_for_model(model), OBJECT_CREATED, data={}, request=None)

    def test_registered(self):
        self.assertEqual(registry['webhook_callbacks'].count(add_plugin), 1)
{% if model %}

    def test_own_object(self):
        self.assertEqual(self.context({{ model.name }}), {'{{ plugin.package }}': {'version': __version__}})

    def test_other_object(self):
        self.assertIsNone(self.context(Site))
{% else %}

    def test_any_object(self):
        self.assertEqual(self.context(Site), {'{{ plugin.package }}': {'version': __version__}})
{% endif %}
{% endif %}
