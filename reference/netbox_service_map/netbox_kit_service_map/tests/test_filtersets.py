from datetime import date

from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)
from ..filtersets import (
    ApplicationFilterSet,
    BusinessServiceFilterSet,
    ConfigItemFilterSet,
    PenetrationTestFilterSet,
    RelationFilterSet,
)
from .factories import (
    create_application,
    create_business_service,
    create_config_item,
    create_penetration_test,
    create_relation,
)


class BusinessServiceFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = BusinessServiceFilterSet
    ignore_fields = ['clients']

    @classmethod
    def setUpTestData(cls):
        cls.business_services = (
            create_business_service(
                description='Description A',
                comments='Comments A',
                name='Business service A',
                status=BusinessServiceStatusChoices.STATUS_PLANNED,
                criticality=BusinessServiceCriticalityChoices.CRITICALITY_LOW,
                clients=[create('tenancy.tenant')],
            ),
            create_business_service(
                description='Description B',
                comments='Comments B',
                name='Business service B',
                status=BusinessServiceStatusChoices.STATUS_DEPRECATED,
                criticality=BusinessServiceCriticalityChoices.CRITICALITY_HIGH,
                clients=[create('tenancy.tenant')],
            ),
            create_business_service(
                description='Description C',
                comments='Comments C',
                name='Business service C',
                status=BusinessServiceStatusChoices.STATUS_RETIRED,
                criticality=BusinessServiceCriticalityChoices.CRITICALITY_CRITICAL,
                clients=[create('tenancy.tenant')],
            ),
        )

    def test_q(self):
        params = {'q': 'BUSINESS SERVICE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.business_services[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Business service A', 'Business service B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {
            'status': [BusinessServiceStatusChoices.STATUS_PLANNED, BusinessServiceStatusChoices.STATUS_DEPRECATED]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_criticality(self):
        params = {
            'criticality': [
                BusinessServiceCriticalityChoices.CRITICALITY_LOW,
                BusinessServiceCriticalityChoices.CRITICALITY_HIGH,
            ]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_clients(self):
        params = {'client_id': [self.business_services[0].clients.get().pk, self.business_services[1].clients.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ApplicationFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ApplicationFilterSet
    ignore_fields = ['services']
    filter_name_map = {'ports': 'port'}

    @classmethod
    def setUpTestData(cls):
        cls.applications = (
            create_application(
                description='Description A',
                comments='Comments A',
                name='Application A',
                version='Version A',
                protocol=ApplicationProtocolChoices.PROTOCOL_TCP,
                ports=[80, 443],
                services=[create_business_service()],
                devices=[create('dcim.device')],
                virtual_machines=[create('virtualization.virtualmachine')],
            ),
            create_application(
                description='Description B',
                comments='Comments B',
                name='Application B',
                version='Version B',
                protocol=ApplicationProtocolChoices.PROTOCOL_UDP,
                services=[create_business_service()],
                devices=[create('dcim.device')],
                virtual_machines=[create('virtualization.virtualmachine')],
            ),
            create_application(
                description='Description C',
                comments='Comments C',
                name='Application C',
                version='Version C',
                protocol=ApplicationProtocolChoices.PROTOCOL_SCTP,
                services=[create_business_service()],
                devices=[create('dcim.device')],
                virtual_machines=[create('virtualization.virtualmachine')],
            ),
        )

    def test_q(self):
        params = {'q': 'APPLICATION A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.applications[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Application A', 'Application B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_version(self):
        params = {'version': ['Version A', 'Version B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_protocol(self):
        params = {'protocol': [ApplicationProtocolChoices.PROTOCOL_TCP, ApplicationProtocolChoices.PROTOCOL_UDP]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_ports(self):
        self.assertEqual(self.filterset({'port': 443}, self.queryset).qs.get(), self.applications[0])
        self.assertFalse(self.filterset({'port': 65536}, self.queryset).is_valid())

    def test_services(self):
        params = {'service_id': [self.applications[0].services.get().pk, self.applications[1].services.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_devices(self):
        params = {'device_id': [self.applications[0].devices.get().pk, self.applications[1].devices.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_virtual_machines(self):
        params = {
            'virtual_machine_id': [
                self.applications[0].virtual_machines.get().pk,
                self.applications[1].virtual_machines.get().pk,
            ]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ConfigItemFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ConfigItemFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.config_items = (
            create_config_item(
                service=create_business_service(),
                item=create('dcim.device'),
                role=ConfigItemRoleChoices.ROLE_FRONTEND,
            ),
            create_config_item(
                service=create_business_service(),
                item=create('virtualization.virtualmachine'),
                role=ConfigItemRoleChoices.ROLE_BACKEND,
            ),
            create_config_item(
                service=create_business_service(),
                item=create_application(),
                role=ConfigItemRoleChoices.ROLE_DATABASE,
            ),
        )

    def test_service(self):
        params = {'service_id': [self.config_items[0].service.pk, self.config_items[1].service.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_item_type(self):
        params = {'item_type': 'dcim.device'}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)

    def test_role(self):
        params = {'role': [ConfigItemRoleChoices.ROLE_FRONTEND, ConfigItemRoleChoices.ROLE_BACKEND]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class RelationFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = RelationFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.relations = (
            create_relation(
                service=create_business_service(),
                connector=RelationConnectorChoices.CONNECTOR_DOTTED,
                link_text='Link text A',
            ),
            create_relation(
                service=create_business_service(),
                connector=RelationConnectorChoices.CONNECTOR_THICK,
                link_text='Link text B',
            ),
            create_relation(
                service=create_business_service(),
                connector=RelationConnectorChoices.CONNECTOR_DOTTED,
                link_text='Link text C',
            ),
        )

    def test_q(self):
        params = {'q': 'LINK TEXT A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.relations[0])

    def test_service(self):
        params = {'service_id': [self.relations[0].service.pk, self.relations[1].service.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_source(self):
        params = {'source_id': [self.relations[0].source.pk, self.relations[1].source.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_destination(self):
        params = {'destination_id': [self.relations[0].destination.pk, self.relations[1].destination.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_connector(self):
        params = {'connector': [RelationConnectorChoices.CONNECTOR_DOTTED, RelationConnectorChoices.CONNECTOR_THICK]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_link_text(self):
        params = {'link_text': ['Link text A', 'Link text B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class PenetrationTestFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = PenetrationTestFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.penetration_tests = (
            create_penetration_test(
                service=create_business_service(),
                date=date(2030, 1, 1),
                ticket='Ticket A',
                status=PenetrationTestStatusChoices.STATUS_RUNNING,
                report_url='https://example.org/a',
            ),
            create_penetration_test(
                service=create_business_service(),
                date=date(2030, 1, 2),
                ticket='Ticket B',
                status=PenetrationTestStatusChoices.STATUS_PASSED,
                report_url='https://example.org/b',
            ),
            create_penetration_test(
                service=create_business_service(),
                date=date(2030, 1, 3),
                ticket='Ticket C',
                status=PenetrationTestStatusChoices.STATUS_FAILED,
                report_url='https://example.org/c',
            ),
        )

    def test_q(self):
        params = {'q': 'TICKET A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.penetration_tests[0])

    def test_service(self):
        params = {'service_id': [self.penetration_tests[0].service.pk, self.penetration_tests[1].service.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_date(self):
        params = {'date': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_ticket(self):
        params = {'ticket': ['Ticket A', 'Ticket B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [PenetrationTestStatusChoices.STATUS_RUNNING, PenetrationTestStatusChoices.STATUS_PASSED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_report_url(self):
        params = {'report_url': ['https://example.org/a', 'https://example.org/b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)
