from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..filtersets import (
    ApplicationFilterSet,
    ApplicationRoleFilterSet,
    DataFlowFilterSet,
    FlowGroupFilterSet,
    ObjectAliasFilterSet,
)
from ..models import FlowGroup
from .factories import (
    create_application,
    create_application_role,
    create_data_flow,
    create_flow_group,
    create_object_alias,
)


class ApplicationRoleFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ApplicationRoleFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.application_roles = (
            create_application_role(
                name='Application role A',
                slug='application-role-a',
                description='Description A',
                comments='Comments A',
            ),
            create_application_role(
                name='Application role B',
                slug='application-role-b',
                description='Description B',
                comments='Comments B',
            ),
            create_application_role(
                name='Application role C',
                slug='application-role-c',
                description='Description C',
                comments='Comments C',
            ),
        )

    def test_q(self):
        params = {'q': 'APPLICATION ROLE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.application_roles[0])

    def test_name(self):
        params = {'name': ['Application role A', 'Application role B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['application-role-a', 'application-role-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ApplicationFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ApplicationFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.applications = (
            create_application(
                description='Description A',
                comments='Comments A',
                name='Application A',
                role=create_application_role(),
                tenant=create('tenancy.tenant'),
            ),
            create_application(
                description='Description B',
                comments='Comments B',
                name='Application B',
                role=create_application_role(),
                tenant=create('tenancy.tenant'),
            ),
            create_application(
                description='Description C',
                comments='Comments C',
                name='Application C',
                role=create_application_role(),
                tenant=create('tenancy.tenant'),
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

    def test_role(self):
        params = {'role_id': [self.applications[0].role.pk, self.applications[1].role.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_tenant(self):
        params = {'tenant_id': [self.applications[0].tenant.pk, self.applications[1].tenant.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class FlowGroupFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = FlowGroupFilterSet
    ignore_fields = ['level', 'lft', 'rght', 'tree_id']

    @classmethod
    def setUpTestData(cls):
        cls.flow_groups = (
            create_flow_group(
                name='Flow group A',
                slug='flow-group-a',
                description='Description A',
                comments='Comments A',
                application=create_application(),
                status=FlowGroupStatusChoices.STATUS_DISABLED,
            ),
            create_flow_group(
                name='Flow group B',
                slug='flow-group-b',
                description='Description B',
                comments='Comments B',
                application=create_application(),
                status=FlowGroupStatusChoices.STATUS_DISABLED,
            ),
            create_flow_group(
                name='Flow group C',
                slug='flow-group-c',
                description='Description C',
                comments='Comments C',
                application=create_application(),
                status=FlowGroupStatusChoices.STATUS_DISABLED,
            ),
        )
        # What these lead to needed more of the same kind.
        cls.queryset = FlowGroup.objects.filter(pk__in=[flowgroup.pk for flowgroup in cls.flow_groups])

    def test_q(self):
        params = {'q': 'FLOW GROUP A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.flow_groups[0])

    def test_name(self):
        params = {'name': ['Flow group A', 'Flow group B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['flow-group-a', 'flow-group-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_application(self):
        params = {'application_id': [self.flow_groups[0].application.pk, self.flow_groups[1].application.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [FlowGroupStatusChoices.STATUS_DISABLED, FlowGroupStatusChoices.STATUS_DISABLED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)


class ObjectAliasFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ObjectAliasFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.object_aliases = (
            create_object_alias(
                description='Description A',
                comments='Comments A',
                name='Object alias A',
                prefixes=[create('ipam.prefix')],
                ip_ranges=[create('ipam.iprange')],
                ip_addresses=[create('ipam.ipaddress')],
            ),
            create_object_alias(
                description='Description B',
                comments='Comments B',
                name='Object alias B',
                prefixes=[create('ipam.prefix')],
                ip_ranges=[create('ipam.iprange')],
                ip_addresses=[create('ipam.ipaddress')],
            ),
            create_object_alias(
                description='Description C',
                comments='Comments C',
                name='Object alias C',
                prefixes=[create('ipam.prefix')],
                ip_ranges=[create('ipam.iprange')],
                ip_addresses=[create('ipam.ipaddress')],
            ),
        )

    def test_q(self):
        params = {'q': 'OBJECT ALIAS A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.object_aliases[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Object alias A', 'Object alias B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_prefixes(self):
        params = {'prefix_id': [self.object_aliases[0].prefixes.get().pk, self.object_aliases[1].prefixes.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_ip_ranges(self):
        params = {'ip_range_id': [self.object_aliases[0].ip_ranges.get().pk, self.object_aliases[1].ip_ranges.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_ip_addresses(self):
        params = {
            'ip_address_id': [
                self.object_aliases[0].ip_addresses.get().pk,
                self.object_aliases[1].ip_addresses.get().pk,
            ]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class DataFlowFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = DataFlowFilterSet
    ignore_fields = ['sources', 'destinations', 'source_ports', 'destination_ports']

    @classmethod
    def setUpTestData(cls):
        cls.data_flows = (
            create_data_flow(
                description='Description A',
                comments='Comments A',
                name='Data flow A',
                application=create_application(),
                group=create_flow_group(),
                tenant=create('tenancy.tenant'),
                status=DataFlowStatusChoices.STATUS_DISABLED,
                protocol=DataFlowProtocolChoices.PROTOCOL_TCP,
                sources=[create_object_alias()],
                destinations=[create_object_alias()],
            ),
            create_data_flow(
                description='Description B',
                comments='Comments B',
                name='Data flow B',
                application=create_application(),
                group=create_flow_group(),
                tenant=create('tenancy.tenant'),
                status=DataFlowStatusChoices.STATUS_DISABLED,
                protocol=DataFlowProtocolChoices.PROTOCOL_UDP,
                sources=[create_object_alias()],
                destinations=[create_object_alias()],
            ),
            create_data_flow(
                description='Description C',
                comments='Comments C',
                name='Data flow C',
                application=create_application(),
                group=create_flow_group(),
                tenant=create('tenancy.tenant'),
                status=DataFlowStatusChoices.STATUS_DISABLED,
                protocol=DataFlowProtocolChoices.PROTOCOL_SCTP,
                sources=[create_object_alias()],
                destinations=[create_object_alias()],
            ),
        )

    def test_q(self):
        params = {'q': 'DATA FLOW A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.data_flows[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Data flow A', 'Data flow B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_application(self):
        params = {'application_id': [self.data_flows[0].application.pk, self.data_flows[1].application.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_group(self):
        params = {'group_id': [self.data_flows[0].group.pk, self.data_flows[1].group.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_tenant(self):
        params = {'tenant_id': [self.data_flows[0].tenant.pk, self.data_flows[1].tenant.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [DataFlowStatusChoices.STATUS_DISABLED, DataFlowStatusChoices.STATUS_DISABLED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_protocol(self):
        params = {'protocol': [DataFlowProtocolChoices.PROTOCOL_TCP, DataFlowProtocolChoices.PROTOCOL_UDP]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_sources(self):
        params = {'source_id': [self.data_flows[0].sources.get().pk, self.data_flows[1].sources.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_destinations(self):
        params = {
            'destination_id': [self.data_flows[0].destinations.get().pk, self.data_flows[1].destinations.get().pk]
        }
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)
