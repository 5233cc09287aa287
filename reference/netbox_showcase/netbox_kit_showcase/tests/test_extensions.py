"""The hooks that no switch of the generator makes, so that they were added by hand."""

import uuid
from unittest import skipUnless

from core.models import ObjectType
from dcim.models import Device, Rack, Site
from dcim.tables import SiteTable
from django.apps import apps
from django.conf import settings
from django.db import connection
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django_rq import get_queue
from extras.models import EventRule, JournalEntry
from netbox.models.features import get_model_features
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase, create
from utilities.api import get_serializer_for_model
from utilities.request import apply_request_processors

from netbox_kit_showcase.api.serializers import LabelSerializer
from netbox_kit_showcase.events import ATTENTION, call_attention
from netbox_kit_showcase.jobs import CountExhibitJob
from netbox_kit_showcase.models import Exhibit, Label
from netbox_kit_showcase.tests.factories import create_exhibit

since_4_7 = skipUnless('event_rule_actions' in registry, 'NetBox has it from 4.7 on')


def make_request(user):
    request = RequestFactory().get('/')
    request.user = user
    request.id = uuid.uuid4()
    return request


class ExtensionsTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.site = create('dcim.site')
        cls.exhibit = create_exhibit(site=cls.site)

    def test_column_of_a_core_table(self):
        def show():
            table = SiteTable(Site.objects.order_by('pk'))
            table.configure(make_request(self.user))
            with CaptureQueriesContext(connection) as queries:
                cells = [row.get_cell_value('kit_showcase_exhibits') for row in table.rows]
            return cells, len(queries)

        self.user.config.set('tables.SiteTable.columns', ['name', 'kit_showcase_exhibits'], commit=True)
        show()  # what is asked once in a process
        cells, few = show()
        self.assertEqual(cells, ['1'])
        for _ in range(5):
            create_exhibit(site=create('dcim.site'))
        cells, many = show()
        self.assertEqual(cells, ['1'] * 6)
        self.assertEqual(many, few)

    def test_feature(self):
        # `migrate` writes them to the object types.
        self.assertIn('kit_showcase_exhibits', get_model_features(Site))
        self.assertIn('kit_showcase_exhibits', get_model_features(Device))
        self.assertNotIn('kit_showcase_exhibits', get_model_features(Rack))

    def test_request_processor(self):
        with self.assertLogs('netbox_kit_showcase.request_processors', 'DEBUG') as logs:
            with apply_request_processors(make_request(self.user)):
                pass
        self.assertIn('/ took 0.', logs.output[0])

    def test_events_pipeline(self):
        with self.assertLogs('netbox_kit_showcase.pipeline', 'INFO') as logs:
            with self.captureOnCommitCallbacks(execute=True):
                call_attention(self.exhibit, make_request(self.user))
        self.assertIn(ATTENTION, logs.output[0])

    def test_queue(self):
        self.assertIn('netbox_kit_showcase.counting', settings.RQ_QUEUES)
        with self.captureOnCommitCallbacks(execute=True):
            job = CountExhibitJob.enqueue(queue_name='netbox_kit_showcase.counting')
        self.assertIn(str(job.job_id), get_queue('netbox_kit_showcase.counting').job_ids)

    def test_serializers(self):
        self.assertIs(get_serializer_for_model(Label), LabelSerializer)
        self.assertEqual(get_serializer_for_model(Exhibit).__name__, 'ExhibitSerializer')

    @since_4_7
    def test_jinja_context(self):
        context = apps.get_app_config('netbox_kit_showcase').get_jinja_context()
        self.assertEqual(context, {'kit_showcase_opening_hours': '10-18'})

    @since_4_7
    def test_event_rule_action(self):
        rule = EventRule(name='Journal', event_types=[ATTENTION], action_type='kit_showcase.journal')
        rule.full_clean()
        rule.save()
        rule.object_types.add(ObjectType.objects.get_for_model(Exhibit))
        with self.captureOnCommitCallbacks(execute=True):
            call_attention(self.exhibit, make_request(self.user))
        entry = JournalEntry.objects.get()
        self.assertEqual(entry.assigned_object, self.exhibit)
        self.assertIn(ATTENTION, entry.comments)

    @since_4_7
    def test_graphql_extensions(self):
        empty = create('dcim.site')
        query = '{site_list(filters: {kit_showcase_has_exhibits: true}) {id kit_showcase_exhibits {id}}}'
        self.add_permissions('dcim.view_site')
        self.assertEqual(self.ask(query), [{'id': str(self.site.pk), 'kit_showcase_exhibits': []}])
        self.add_permissions('netbox_kit_showcase.view_exhibit')
        exhibits = [{'id': str(self.exhibit.pk)}]
        self.assertEqual(self.ask(query), [{'id': str(self.site.pk), 'kit_showcase_exhibits': exhibits}])
        self.assertEqual(self.ask(query.replace('true', 'false'))[0]['id'], str(empty.pk))

    def ask(self, query):
        response = self.client.post('/graphql/', {'query': query}, content_type='application/json')
        self.assertNotIn('errors', response.json())
        return response.json()['data']['site_list']
