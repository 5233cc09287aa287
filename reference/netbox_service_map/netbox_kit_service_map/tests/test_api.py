from netbox_plugin_kit.testing import APIViewTestCases, create

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


class BusinessServiceTestCase(APIViewTestCases.APIViewTestCase):
    model = BusinessService
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_business_service()
        clients = [create('tenancy.tenant') for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Business service A',
                'status': BusinessServiceStatusChoices.STATUS_PLANNED,
                'criticality': BusinessServiceCriticalityChoices.CRITICALITY_LOW,
                'clients': [tenant.pk for tenant in clients],
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Business service B',
                'status': BusinessServiceStatusChoices.STATUS_DEPRECATED,
                'criticality': BusinessServiceCriticalityChoices.CRITICALITY_HIGH,
                'clients': [tenant.pk for tenant in clients],
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Business service C',
                'status': BusinessServiceStatusChoices.STATUS_RETIRED,
                'criticality': BusinessServiceCriticalityChoices.CRITICALITY_CRITICAL,
                'clients': [tenant.pk for tenant in clients],
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'status': BusinessServiceStatusChoices.STATUS_PLANNED,
            'criticality': BusinessServiceCriticalityChoices.CRITICALITY_LOW,
            'clients': [tenant.pk for tenant in clients],
        }


class ApplicationTestCase(APIViewTestCases.APIViewTestCase):
    model = Application
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_application()
        services = [create_business_service() for _ in range(2)]
        devices = [create('dcim.device') for _ in range(2)]
        virtual_machines = [create('virtualization.virtualmachine') for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Application A',
                'version': 'Version A',
                'protocol': ApplicationProtocolChoices.PROTOCOL_TCP,
                'ports': [80, 443],
                'services': [business_service.pk for business_service in services],
                'devices': [device.pk for device in devices],
                'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Application B',
                'version': 'Version B',
                'protocol': ApplicationProtocolChoices.PROTOCOL_UDP,
                'services': [business_service.pk for business_service in services],
                'devices': [device.pk for device in devices],
                'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Application C',
                'version': 'Version C',
                'protocol': ApplicationProtocolChoices.PROTOCOL_SCTP,
                'services': [business_service.pk for business_service in services],
                'devices': [device.pk for device in devices],
                'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'version': 'Version D',
            'protocol': ApplicationProtocolChoices.PROTOCOL_TCP,
            'services': [business_service.pk for business_service in services],
            'devices': [device.pk for device in devices],
            'virtual_machines': [virtual_machine.pk for virtual_machine in virtual_machines],
        }


class ConfigItemTestCase(APIViewTestCases.APIViewTestCase):
    model = ConfigItem
    user_permissions = [
        'dcim.view_device',
        'virtualization.view_virtualmachine',
        'netbox_kit_service_map.view_application',
        'ipam.view_ipaddress',
        'circuits.view_circuit',
    ]
    brief_fields = ['display', 'id', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_config_item()
        service = create_business_service()
        item_objects = [create('dcim.device') for _ in range(3)]

        cls.create_data = [
            {
                'service': service.pk,
                'item_type': 'dcim.device',
                'item_id': item_objects[0].pk,
                'role': ConfigItemRoleChoices.ROLE_FRONTEND,
            },
            {
                'service': service.pk,
                'item_type': 'dcim.device',
                'item_id': item_objects[1].pk,
                'role': ConfigItemRoleChoices.ROLE_BACKEND,
            },
            {
                'service': service.pk,
                'item_type': 'dcim.device',
                'item_id': item_objects[2].pk,
                'role': ConfigItemRoleChoices.ROLE_DATABASE,
            },
        ]

        cls.bulk_update_data = {
            'role': ConfigItemRoleChoices.ROLE_NETWORK,
        }


class RelationTestCase(APIViewTestCases.APIViewTestCase):
    model = Relation
    user_permissions = [
        'netbox_kit_service_map.view_configitem',
        'dcim.view_device',
        'virtualization.view_virtualmachine',
        'netbox_kit_service_map.view_application',
        'ipam.view_ipaddress',
        'circuits.view_circuit',
    ]
    brief_fields = ['display', 'id', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_relation()
        service = create_business_service()
        sources = [create_config_item(service=service) for _ in range(3)]
        destination = create_config_item(service=service)

        cls.create_data = [
            {
                'service': service.pk,
                'source': sources[0].pk,
                'destination': destination.pk,
                'connector': RelationConnectorChoices.CONNECTOR_DOTTED,
                'link_text': 'Link text A',
            },
            {
                'service': service.pk,
                'source': sources[1].pk,
                'destination': destination.pk,
                'connector': RelationConnectorChoices.CONNECTOR_THICK,
                'link_text': 'Link text B',
            },
            {
                'service': service.pk,
                'source': sources[2].pk,
                'destination': destination.pk,
                'connector': RelationConnectorChoices.CONNECTOR_DOTTED,
                'link_text': 'Link text C',
            },
        ]

        cls.bulk_update_data = {
            'connector': RelationConnectorChoices.CONNECTOR_THICK,
            'link_text': 'Link text D',
        }


class PenetrationTestTestCase(APIViewTestCases.APIViewTestCase):
    model = PenetrationTest
    brief_fields = ['display', 'id', 'ticket', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['date']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_penetration_test()
        service = create_business_service()

        cls.create_data = [
            {
                'service': service.pk,
                'date': '2030-01-01',
                'ticket': 'Ticket A',
                'status': PenetrationTestStatusChoices.STATUS_RUNNING,
                'report_url': 'https://example.org/a',
            },
            {
                'service': service.pk,
                'date': '2030-01-02',
                'ticket': 'Ticket B',
                'status': PenetrationTestStatusChoices.STATUS_PASSED,
                'report_url': 'https://example.org/b',
            },
            {
                'service': service.pk,
                'date': '2030-01-03',
                'ticket': 'Ticket C',
                'status': PenetrationTestStatusChoices.STATUS_FAILED,
                'report_url': 'https://example.org/c',
            },
        ]

        cls.bulk_update_data = {
            'status': PenetrationTestStatusChoices.STATUS_RUNNING,
            'report_url': 'https://example.org/d',
        }
