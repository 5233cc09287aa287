from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase

from ..choices import (
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from .factories import (
    create_application,
    create_business_service,
    create_complete_application,
    create_complete_business_service,
    create_complete_config_item,
    create_complete_penetration_test,
    create_complete_relation,
    create_config_item,
    create_penetration_test,
    create_relation,
)


class BusinessServiceTestCase(TestCase):
    def test_valid(self):
        create_business_service().full_clean()
        create_complete_business_service().full_clean()

    def test_str(self):
        business_service = create_business_service()

        self.assertEqual(str(business_service), f'{business_service.name}')

    def test_name_is_unique(self):
        create_business_service(name='Business service A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_business_service(name='Business service A')

    def test_status_color(self):
        business_service = create_business_service(status=BusinessServiceStatusChoices.STATUS_PLANNED)

        self.assertEqual(business_service.get_status_color(), 'cyan')

    def test_criticality_color(self):
        business_service = create_business_service(criticality=BusinessServiceCriticalityChoices.CRITICALITY_LOW)

        self.assertEqual(business_service.get_criticality_color(), 'gray')


class ApplicationTestCase(TestCase):
    def test_valid(self):
        create_application().full_clean()
        create_complete_application().full_clean()

    def test_str(self):
        application = create_application()

        self.assertEqual(str(application), f'{application.name}')


class ConfigItemTestCase(TestCase):
    def test_valid(self):
        create_config_item().full_clean()
        create_complete_config_item().full_clean()

    def test_str(self):
        config_item = create_config_item()

        self.assertEqual(str(config_item), f'{config_item.item}')

    def test_service_and_item_type_and_item_id_are_unique_together(self):
        config_item = create_complete_config_item()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_config_item(
                service=config_item.service,
                item_type=config_item.item_type,
                item_id=config_item.item_id,
            )

    def test_role_color(self):
        config_item = create_config_item(role=ConfigItemRoleChoices.ROLE_FRONTEND)

        self.assertEqual(config_item.get_role_color(), 'cyan')


class RelationTestCase(TestCase):
    def test_valid(self):
        create_relation().full_clean()
        create_complete_relation().full_clean()

    def test_str(self):
        relation = create_relation()

        self.assertEqual(str(relation), f'{relation.source} → {relation.destination}')

    def test_source_and_destination_are_unique_together(self):
        relation = create_complete_relation()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_relation(
                source=relation.source,
                destination=relation.destination,
            )

    def test_connector_color(self):
        relation = create_relation(connector=RelationConnectorChoices.CONNECTOR_SOLID)

        self.assertEqual(relation.get_connector_color(), 'blue')


class PenetrationTestTestCase(TestCase):
    def test_valid(self):
        create_penetration_test().full_clean()
        create_complete_penetration_test().full_clean()

    def test_str(self):
        penetration_test = create_penetration_test()

        self.assertEqual(str(penetration_test), f'{penetration_test.ticket}')

    def test_service_and_ticket_are_unique_together(self):
        penetration_test = create_complete_penetration_test()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_penetration_test(
                service=penetration_test.service,
                ticket=penetration_test.ticket,
            )

    def test_status_color(self):
        penetration_test = create_penetration_test(status=PenetrationTestStatusChoices.STATUS_PLANNED)

        self.assertEqual(penetration_test.get_status_color(), 'cyan')
