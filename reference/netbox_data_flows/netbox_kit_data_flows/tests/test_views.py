from netbox_plugin_kit.testing import ViewTestCases, create, create_tags

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..models import Application, ApplicationRole, DataFlow, FlowGroup, ObjectAlias
from .factories import (
    create_application,
    create_application_role,
    create_data_flow,
    create_flow_group,
    create_object_alias,
)


class ApplicationRoleTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = ApplicationRole

    @classmethod
    def setUpTestData(cls):
        application_roles = [create_application_role() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Application role A',
            'slug': 'application-role-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description',
            'Application role A,application-role-a,Description A',
            'Application role B,application-role-b,Description B',
            'Application role C,application-role-c,Description C',
        )

        cls.csv_update_data = (
            'id,name',
            f'{application_roles[0].pk},Application role D',
            f'{application_roles[1].pk},Application role E',
            f'{application_roles[2].pk},Application role F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class ApplicationTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Application

    @classmethod
    def setUpTestData(cls):
        applications = [create_application() for _ in range(3)]
        role = create_application_role()
        tenant = create('tenancy.tenant')
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Application A',
            'role': role.pk,
            'tenant': tenant.pk,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,role,tenant',
            f'Description A,Application A,{role.name},{tenant.name}',
            f'Description B,Application B,{role.name},{tenant.name}',
            f'Description C,Application C,{role.name},{tenant.name}',
        )

        cls.csv_update_data = (
            'id,name',
            f'{applications[0].pk},Application D',
            f'{applications[1].pk},Application E',
            f'{applications[2].pk},Application F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'role': role.pk,
            'tenant': tenant.pk,
        }


class FlowGroupTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = FlowGroup

    @classmethod
    def setUpTestData(cls):
        flow_groups = [create_flow_group() for _ in range(3)]
        application = create_application()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Flow group A',
            'slug': 'flow-group-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'application': application.pk,
            'status': FlowGroupStatusChoices.STATUS_DISABLED,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description,application,status',
            f'Flow group A,flow-group-a,Description A,{application.name},disabled',
            f'Flow group B,flow-group-b,Description B,{application.name},disabled',
            f'Flow group C,flow-group-c,Description C,{application.name},disabled',
        )

        cls.csv_update_data = (
            'id,description',
            f'{flow_groups[0].pk},Description D',
            f'{flow_groups[1].pk},Description E',
            f'{flow_groups[2].pk},Description F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': FlowGroupStatusChoices.STATUS_DISABLED,
            'comments': 'Comments D',
            'application': application.pk,
        }


class ObjectAliasTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = ObjectAlias

    @classmethod
    def setUpTestData(cls):
        object_aliases = [create_object_alias() for _ in range(3)]
        prefixes = [create('ipam.prefix') for _ in range(2)]
        ip_ranges = [create('ipam.iprange') for _ in range(2)]
        ip_addresses = [create('ipam.ipaddress') for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Object alias A',
            'prefixes': [prefix.pk for prefix in prefixes],
            'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
            'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,prefixes,ip_ranges,ip_addresses',
            f'Description A,Object alias A,"{prefixes[0].pk},{prefixes[1].pk}","{ip_ranges[0].pk},{ip_ranges[1].pk}","{ip_addresses[0].pk},{ip_addresses[1].pk}"',
            f'Description B,Object alias B,"{prefixes[0].pk},{prefixes[1].pk}","{ip_ranges[0].pk},{ip_ranges[1].pk}","{ip_addresses[0].pk},{ip_addresses[1].pk}"',
            f'Description C,Object alias C,"{prefixes[0].pk},{prefixes[1].pk}","{ip_ranges[0].pk},{ip_ranges[1].pk}","{ip_addresses[0].pk},{ip_addresses[1].pk}"',
        )

        cls.csv_update_data = (
            'id,name',
            f'{object_aliases[0].pk},Object alias D',
            f'{object_aliases[1].pk},Object alias E',
            f'{object_aliases[2].pk},Object alias F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'prefixes': [prefix.pk for prefix in prefixes],
            'ip_ranges': [ip_range.pk for ip_range in ip_ranges],
            'ip_addresses': [ip_address.pk for ip_address in ip_addresses],
        }


class DataFlowTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = DataFlow

    @classmethod
    def setUpTestData(cls):
        data_flows = [create_data_flow() for _ in range(3)]
        application = create_application()
        group = create_flow_group()
        tenant = create('tenancy.tenant')
        sources = [create_object_alias() for _ in range(2)]
        destinations = [create_object_alias() for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
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
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,application,group,tenant,status,protocol,sources,destinations',
            f'Description A,Data flow A,{application.name},{group.name},{tenant.name},disabled,tcp,"{sources[0].name},{sources[1].name}","{destinations[0].name},{destinations[1].name}"',
            f'Description B,Data flow B,{application.name},{group.name},{tenant.name},disabled,udp,"{sources[0].name},{sources[1].name}","{destinations[0].name},{destinations[1].name}"',
            f'Description C,Data flow C,{application.name},{group.name},{tenant.name},disabled,sctp,"{sources[0].name},{sources[1].name}","{destinations[0].name},{destinations[1].name}"',
        )

        cls.csv_update_data = (
            'id,name',
            f'{data_flows[0].pk},Data flow D',
            f'{data_flows[1].pk},Data flow E',
            f'{data_flows[2].pk},Data flow F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': DataFlowStatusChoices.STATUS_DISABLED,
            'protocol': DataFlowProtocolChoices.PROTOCOL_ICMP,
            'comments': 'Comments D',
            'application': application.pk,
            'group': group.pk,
            'tenant': tenant.pk,
            'sources': [object_alias.pk for object_alias in sources],
            'destinations': [object_alias.pk for object_alias in destinations],
        }
