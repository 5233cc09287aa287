from datetime import date

from django.contrib.contenttypes.models import ContentType
from netbox_plugin_kit.testing import ViewTestCases, create, create_tags

from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from ..models import Application, BusinessService, ConfigItem, PenetrationTest, Relation
from .factories import (
    create_application,
    create_business_service,
    create_config_item,
    create_penetration_test,
    create_relation,
)


class BusinessServiceTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = BusinessService

    @classmethod
    def setUpTestData(cls):
        business_services = [create_business_service() for _ in range(3)]
        clients = [create('tenancy.tenant') for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Business service A',
            'status': BusinessServiceStatusChoices.STATUS_PLANNED,
            'criticality': BusinessServiceCriticalityChoices.CRITICALITY_LOW,
            'clients': [tenant.pk for tenant in clients],
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,status,criticality,clients',
            f'Description A,Business service A,planned,low,"{clients[0].name},{clients[1].name}"',
            f'Description B,Business service B,deprecated,high,"{clients[0].name},{clients[1].name}"',
            f'Description C,Business service C,retired,critical,"{clients[0].name},{clients[1].name}"',
        )

        cls.csv_update_data = (
            'id,name',
            f'{business_services[0].pk},Business service D',
            f'{business_services[1].pk},Business service E',
            f'{business_services[2].pk},Business service F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': BusinessServiceStatusChoices.STATUS_PLANNED,
            'criticality': BusinessServiceCriticalityChoices.CRITICALITY_LOW,
            'comments': 'Comments D',
            'clients': [tenant.pk for tenant in clients],
        }


class ApplicationTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = Application

    @classmethod
    def setUpTestData(cls):
        applications = [create_application() for _ in range(3)]
        services = [create_business_service() for _ in range(2)]
        devices = [create('dcim.device') for _ in range(2)]
        virtual_machines = [create('virtualization.virtualmachine') for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Application A',
            'version': 'Version A',
            'protocol': ApplicationProtocolChoices.PROTOCOL_TCP,
            'ports': '80,443',
            'services': [business_service.pk for business_service in services],
            'devices': [device.pk for device in devices],
            'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,version,protocol,ports,services,devices,virtual_machines',
            f'Description A,Application A,Version A,tcp,"80,443","{services[0].name},{services[1].name}","{devices[0].name},{devices[1].name}","{virtual_machines[0].name},{virtual_machines[1].name}"',
            f'Description B,Application B,Version B,udp,53,"{services[0].name},{services[1].name}","{devices[0].name},{devices[1].name}","{virtual_machines[0].name},{virtual_machines[1].name}"',
            f'Description C,Application C,Version C,sctp,,"{services[0].name},{services[1].name}","{devices[0].name},{devices[1].name}","{virtual_machines[0].name},{virtual_machines[1].name}"',
        )

        cls.csv_update_data = (
            'id,name',
            f'{applications[0].pk},Application D',
            f'{applications[1].pk},Application E',
            f'{applications[2].pk},Application F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'version': 'Version D',
            'comments': 'Comments D',
            'protocol': ApplicationProtocolChoices.PROTOCOL_TCP,
            'services': [business_service.pk for business_service in services],
            'devices': [device.pk for device in devices],
            'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
        }


class ConfigItemTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = ConfigItem

    @classmethod
    def setUpTestData(cls):
        config_items = [create_config_item() for _ in range(3)]
        service = create_business_service()
        item_objects = [create('dcim.device') for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'service': service.pk,
            'item_type': ContentType.objects.get_for_model(item_objects[0]).pk,
            'item': item_objects[0].pk,
            'role': ConfigItemRoleChoices.ROLE_FRONTEND,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'service,item_type,item_id,role',
            f'{service.name},dcim.device,{item_objects[0].pk},frontend',
            f'{service.name},dcim.device,{item_objects[1].pk},backend',
            f'{service.name},dcim.device,{item_objects[2].pk},database',
        )

        cls.csv_update_data = (
            'id,role',
            f'{config_items[0].pk},network',
            f'{config_items[1].pk},infrastructure',
            f'{config_items[2].pk},frontend',
        )

        cls.bulk_edit_data = {
            'role': ConfigItemRoleChoices.ROLE_NETWORK,
        }


class RelationTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = Relation

    @classmethod
    def setUpTestData(cls):
        relations = [create_relation() for _ in range(3)]
        service = create_business_service()
        sources = [create_config_item(service=service) for _ in range(3)]
        destination = create_config_item(service=service)
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'service': service.pk,
            'source': sources[0].pk,
            'destination': destination.pk,
            'connector': RelationConnectorChoices.CONNECTOR_DOTTED,
            'link_text': 'Link text A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'service,source,destination,connector,link_text',
            f'{service.name},{sources[0].pk},{destination.pk},dotted,Link text A',
            f'{service.name},{sources[1].pk},{destination.pk},thick,Link text B',
            f'{service.name},{sources[2].pk},{destination.pk},dotted,Link text C',
        )

        cls.csv_update_data = (
            'id,link_text',
            f'{relations[0].pk},Link text D',
            f'{relations[1].pk},Link text E',
            f'{relations[2].pk},Link text F',
        )

        cls.bulk_edit_data = {
            'connector': RelationConnectorChoices.CONNECTOR_THICK,
            'link_text': 'Link text D',
        }


class PenetrationTestTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = PenetrationTest

    @classmethod
    def setUpTestData(cls):
        penetration_tests = [create_penetration_test() for _ in range(3)]
        service = create_business_service()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'service': service.pk,
            'date': date(2030, 1, 1),
            'ticket': 'Ticket A',
            'status': PenetrationTestStatusChoices.STATUS_RUNNING,
            'report_url': 'https://example.org/a',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'service,date,ticket,status,report_url',
            f'{service.name},2030-01-01,Ticket A,running,https://example.org/a',
            f'{service.name},2030-01-02,Ticket B,passed,https://example.org/b',
            f'{service.name},2030-01-03,Ticket C,failed,https://example.org/c',
        )

        cls.csv_update_data = (
            'id,ticket',
            f'{penetration_tests[0].pk},Ticket D',
            f'{penetration_tests[1].pk},Ticket E',
            f'{penetration_tests[2].pk},Ticket F',
        )

        cls.bulk_edit_data = {
            'status': PenetrationTestStatusChoices.STATUS_RUNNING,
            'date': date(2030, 1, 4),
            'report_url': 'https://example.org/d',
        }
