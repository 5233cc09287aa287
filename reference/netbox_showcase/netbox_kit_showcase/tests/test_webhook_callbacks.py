from core.events import OBJECT_CREATED
from core.models import ObjectType
from dcim.models import Site
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase import __version__
from netbox_kit_showcase.models import Exhibit
from netbox_kit_showcase.webhook_callbacks import add_plugin


class WebhookCallbacksTestCase(TestCase):
    def context(self, model):
        return add_plugin(ObjectType.objects.get_for_model(model), OBJECT_CREATED, data={}, request=None)

    def test_registered(self):
        self.assertEqual(registry['webhook_callbacks'].count(add_plugin), 1)

    def test_own_object(self):
        self.assertEqual(self.context(Exhibit), {'netbox_kit_showcase': {'version': __version__}})

    def test_other_object(self):
        self.assertIsNone(self.context(Site))
