from netbox_plugin_kit.testing import APIViewTestCases, create

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias
from .factories import (
    create_application,
    create_application_role,
    create_data_flow,
    create_flow_group,
    create_object_alias,
)


class ApplicationRoleTestCase(APIViewTestCases.APIViewTestCase):
    model = ApplicationRole
    brief_fields = ['description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_application_role()

        cls.create_data = [
            {
                'name': 'Application role A',
                'slug': 'application-role-a',
                'description': 'Description A',
                'comments': 'Comments A',
            },
            {
                'name': 'Application role B',
                'slug': 'application-role-b',
                'description': 'Description B',
                'comments': 'Comments B',
            },
            {
                'name': 'Application role C',
                'slug': 'application-role-c',
                'description': 'Description C',
                'comments': 'Comments C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class ApplicationTestCase(APIViewTestCases.APIViewTestCase):
    model = Application
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_application()
        role = create_application_role()
        tenant = create('tenancy.tenant')

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Application A',
                'role': role.pk,
                'tenant': tenant.pk,
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Application B',
                'role': role.pk,
                'tenant': tenant.pk,
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Application C',
                'role': role.pk,
                'tenant': tenant.pk,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'role': role.pk,
            'tenant': tenant.pk,
        }


class FlowGroupTestCase(APIViewTestCases.APIViewTestCase):
    model = FlowGroup
    brief_fields = ['_depth', 'description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_flow_group()
        application = create_application()

        cls.create_data = [
            {
                'name': 'Flow group A',
                'slug': 'flow-group-a',
                'description': 'Description A',
                'comments': 'Comments A',
                'application': application.pk,
                'status': FlowGroupStatusChoices.STATUS_DISABLED,
            },
            {
                'name': 'Flow group B',
                'slug': 'flow-group-b',
                'description': 'Description B',
                'comments': 'Comments B',
                'application': application.pk,
                'status': FlowGroupStatusChoices.STATUS_DISABLED,
            },
            {
                'name': 'Flow group C',
                'slug': 'flow-group-c',
                'description': 'Description C',
                'comments': 'Comments C',
                'application': application.pk,
                'status': FlowGroupStatusChoices.STATUS_DISABLED,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'application': application.pk,
            'status': FlowGroupStatusChoices.STATUS_DISABLED,
        }


class ObjectAliasTestCase(APIViewTestCases.APIViewTestCase):
    model = ObjectAlias
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_object_alias()
        prefixes = [create('ipam.prefix') for _ in range(2)]
        ip_ranges = [create('ipam.iprange') for _ in range(2)]
        ip_addresses = [create('ipam.ipaddress') for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Object alias A',
                'prefixes': [prefix.pk for prefix in prefixes],
                'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
                'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Object alias B',
                'prefixes': [prefix.pk for prefix in prefixes],
                'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
                'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Object alias C',
                'prefixes': [prefix.pk for prefix in prefixes],
                'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
                'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'prefixes': [prefix.pk for prefix in prefixes],
            'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
            'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
        }


class DataFlowTestCase(APIViewTestCases.APIViewTestCase):
    model = DataFlow
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_data_flow()
        application = create_application()
        group = create_flow_group()
        tenant = create('tenancy.tenant')
        sources = [create_object_alias() for _ in range(2)]
        destinations = [create_object_alias() for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Data flow A',
                'application': application.pk,
                'group': group.pk,
                'tenant': tenant.pk,
                'status': DataFlowStatusChoices.STATUS_DISABLED,
                'protocol': DataFlowProtocolChoices.PROTOCOL_TCP,
                'sources': [object_alias.pk for object_alias in sources],
                'destinations': [object_alias.pk for object_alias in destinations],
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Data flow B',
                'application': application.pk,
                'group': group.pk,
                'tenant': tenant.pk,
                'status': DataFlowStatusChoices.STATUS_DISABLED,
                'protocol': DataFlowProtocolChoices.PROTOCOL_UDP,
                'sources': [object_alias.pk for object_alias in sources],
                'destinations': [object_alias.pk for object_alias in destinations],
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Data flow C',
                'application': application.pk,
                'group': group.pk,
                'tenant': tenant.pk,
                'status': DataFlowStatusChoices.STATUS_DISABLED,
                'protocol': DataFlowProtocolChoices.PROTOCOL_SCTP,
                'sources': [object_alias.pk for object_alias in sources],
                'destinations': [object_alias.pk for object_alias in destinations],
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'application': application.pk,
            'group': group.pk,
            'tenant': tenant.pk,
            'status': DataFlowStatusChoices.STATUS_DISABLED,
            'protocol': DataFlowProtocolChoices.PROTOCOL_ICMP,
            'sources': [object_alias.pk for object_alias in sources],
            'destinations': [object_alias.pk for object_alias in destinations],
        }
