from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from .factories import (
    create_application,
    create_application_role,
    create_complete_application,
    create_complete_application_role,
    create_complete_data_flow,
    create_complete_flow_group,
    create_complete_object_alias,
    create_data_flow,
    create_flow_group,
    create_object_alias,
)


class ApplicationRoleTestCase(TestCase):
    def test_valid(self):
        create_application_role().full_clean()
        create_complete_application_role().full_clean()

    def test_str(self):
        application_role = create_application_role()

        self.assertEqual(str(application_role), f'{application_role.name}')


class ApplicationTestCase(TestCase):
    def test_valid(self):
        create_application().full_clean()
        create_complete_application().full_clean()

    def test_str(self):
        application = create_application()

        self.assertEqual(str(application), f'{application.name}')

    def test_name_is_unique(self):
        create_application(name='Application A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_application(name='Application A')


class FlowGroupTestCase(TestCase):
    def test_valid(self):
        create_flow_group().full_clean()
        create_complete_flow_group().full_clean()

    def test_str(self):
        flow_group = create_flow_group()

        self.assertEqual(str(flow_group), f'{flow_group.name}')

    def test_status_color(self):
        flow_group = create_flow_group(status=FlowGroupStatusChoices.STATUS_ACTIVE)

        self.assertEqual(flow_group.get_status_color(), 'green')


class ObjectAliasTestCase(TestCase):
    def test_valid(self):
        create_object_alias().full_clean()
        create_complete_object_alias().full_clean()

    def test_str(self):
        object_alias = create_object_alias()

        self.assertEqual(str(object_alias), f'{object_alias.name}')

    def test_name_is_unique(self):
        create_object_alias(name='Object alias A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_object_alias(name='Object alias A')


class DataFlowTestCase(TestCase):
    def test_valid(self):
        create_data_flow().full_clean()
        create_complete_data_flow().full_clean()

    def test_str(self):
        data_flow = create_data_flow()

        self.assertEqual(str(data_flow), f'{data_flow.name}')

    def test_status_color(self):
        data_flow = create_data_flow(status=DataFlowStatusChoices.STATUS_ACTIVE)

        self.assertEqual(data_flow.get_status_color(), 'green')

    def test_protocol_color(self):
        data_flow = create_data_flow(protocol=DataFlowProtocolChoices.PROTOCOL_ANY)

        self.assertEqual(data_flow.get_protocol_color(), 'gray')
