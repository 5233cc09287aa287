import csv

from django.db import connection
from django.test.utils import CaptureQueriesContext
from ipam.models import IPAddress, IPRange, Prefix
from netaddr import IPNetwork
from netbox_plugin_kit.testing import TestCase
from utilities.data import string_to_ranges

from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices
from ..rules import HEADER
from .factories import create_application, create_data_flow, create_object_alias

URL = '/plugins/kit-data-flows/data-flows/rules/'


class RulesTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.clients = create_object_alias(
            name='Clients',
            prefixes=[Prefix.objects.create(prefix=IPNetwork('10.1.0.0/16'))],
            ip_ranges=[
                IPRange.objects.create(
                    start_address=IPNetwork('10.2.0.1/24'), end_address=IPNetwork('10.2.0.9/24'), size=9
                )
            ],
        )
        cls.servers = create_object_alias(
            name='Servers', ip_addresses=[IPAddress.objects.create(address=IPNetwork('192.0.2.1/24'))]
        )
        cls.flow = create_data_flow(
            name='Web',
            application=create_application(name='Shop'),
            protocol=DataFlowProtocolChoices.PROTOCOL_TCP,
            destination_ports=string_to_ranges('80,443'),
            sources=[cls.clients],
            destinations=[cls.servers],
        )
        create_data_flow(name='Off', status=DataFlowStatusChoices.STATUS_DISABLED)

    def setUp(self):
        super().setUp()
        self.add_permissions('netbox_kit_data_flows.view_dataflow')

    def allow_members(self):
        self.add_permissions(
            'netbox_kit_data_flows.view_objectalias', 'ipam.view_prefix', 'ipam.view_iprange', 'ipam.view_ipaddress'
        )

    def exported(self, query=''):
        response = self.client.get(f'{URL}?export=csv{query}')
        self.assertEqual(response['Content-Type'], 'text/csv')
        return list(csv.reader(response.getvalue().decode().splitlines()))

    def test_export(self):
        self.allow_members()
        common = ['192.0.2.1', '80 443']
        self.assertEqual(
            self.exported(),
            [
                list(HEADER),
                ['Web', 'Shop', 'TCP', '10.1.0.0/16', 'any', *common],
                ['Web', 'Shop', 'TCP', '10.2.0.1-10.2.0.9', 'any', *common],
            ],
        )

    def test_page(self):
        self.allow_members()
        response = self.client.get(URL)
        self.assertContains(response, '10.2.0.1-10.2.0.9')
        self.assertContains(response, 'Rules of 1 flow\n')
        self.assertContains(response, f'<td><a href="{self.flow.get_absolute_url()}">Web</a></td>', count=2, html=True)
        self.assertNotContains(response, 'Off')
        self.assertContains(response, 'name="destination_port"')
        self.assertNotContains(self.client.get(f'{URL}?destination_port=22'), 'Web')

    def test_filters(self):
        self.allow_members()
        self.assertEqual(self.exported('&destination_port=22'), [list(HEADER)])
        self.assertEqual(len(self.exported('&destination_port=443')), 3)

    def test_a_flow_without_aliases_goes_anywhere(self):
        create_data_flow(name='All')
        self.assertIn(['All', '', 'Any', 'any', 'any', 'any', 'any'], self.exported())

    def test_an_empty_alias_goes_nowhere(self):
        self.allow_members()
        create_data_flow(name='Nothing', sources=[create_object_alias()])
        self.assertNotIn('Nothing', [row[0] for row in self.exported()])

    def test_what_may_not_be_viewed_is_not_taken_for_nothing(self):
        self.assertEqual(
            self.exported()[1:], [['Web', 'Shop', 'TCP', '(not visible)', 'any', '(not visible)', '80 443']]
        )
        self.add_permissions('netbox_kit_data_flows.view_objectalias', 'ipam.view_prefix')
        self.assertEqual([row[3] for row in self.exported()[1:]], ['10.1.0.0/16', '(not visible)'])

    def test_formulas(self):
        create_data_flow(name='=HYPERLINK("https://example.org")')
        self.assertIn('\'=HYPERLINK("https://example.org")', [row[0] for row in self.exported()])

    def test_permission(self):
        self.user.object_permissions.all().delete()
        self.assertHttpStatus(self.client.get(URL), 403)

    def test_queries(self):
        self.allow_members()
        counts = []
        for _ in range(2):
            self.client.get(URL)
            with CaptureQueriesContext(connection) as queries:
                self.client.get(URL)
            counts.append(len(queries))
            for number in range(15):
                prefix = Prefix.objects.create(prefix=IPNetwork(f'10.9.{number}.0/24'))
                create_data_flow(sources=[create_object_alias(prefixes=[prefix])])
        self.assertEqual(*counts)
