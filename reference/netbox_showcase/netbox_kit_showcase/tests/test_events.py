import uuid

from core.models import ObjectType
from django.test import RequestFactory
from extras.choices import EventRuleActionChoices
from extras.models import EventRule, Notification, NotificationGroup
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase.events import ATTENTION, call_attention
from netbox_kit_showcase.tests.factories import create_exhibit


class EventsTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.instance = create_exhibit()
        cls.group = NotificationGroup.objects.create(name='Those who care')
        cls.rule = EventRule(
            name='Attention',
            event_types=[ATTENTION],
            action_type=EventRuleActionChoices.NOTIFICATION,
            action_object_type=ObjectType.objects.get_for_model(NotificationGroup),
            action_object_id=cls.group.pk,
        )
        cls.rule.full_clean()
        cls.rule.save()
        cls.rule.object_types.add(ObjectType.objects.get_for_model(cls.instance))

    def test_registered(self):
        self.assertIn(ATTENTION, registry['event_types'])

    def test_rule_is_run(self):
        self.group.users.add(self.user)
        request = RequestFactory().get('/')
        request.user = self.user
        request.id = uuid.uuid4()
        with self.captureOnCommitCallbacks(execute=True):
            call_attention(self.instance, request)
        notification = Notification.objects.get(user=self.user)
        self.assertEqual(notification.object, self.instance)
        self.assertEqual(notification.event_type, ATTENTION)
