from django.core.exceptions import ValidationError
from netbox_plugin_kit.testing import APITestCase, TestCase
from utilities.data import string_to_ranges

from ..choices import DataFlowProtocolChoices
from ..filtersets import DataFlowFilterSet
from ..models import DataFlow
from .factories import create_data_flow


class PortsTestCase(TestCase):
    def create(self, ports, **values):
        return create_data_flow(
            destination_ports=string_to_ranges(ports), **{'protocol': DataFlowProtocolChoices.PROTOCOL_TCP, **values}
        )

    def test_valid(self):
        for ports in ('0', '443', '80,443,8000-8099', '1-65535'):
            flow = self.create(ports)
            flow.full_clean()
            flow.refresh_from_db()
            self.assertEqual(','.join(flow.destination_port_list), ports)

    def test_invalid(self):
        for ports, message in (
            ('65536', 'Ports are numbers from 0 to 65535.'),
            ('20-10', 'Ports are numbers from 0 to 65535.'),
            ('1-10,10-20', 'Ranges cannot overlap.'),
        ):
            flow = DataFlow(protocol=DataFlowProtocolChoices.PROTOCOL_UDP, source_ports=string_to_ranges(ports))
            with self.subTest(ports), self.assertRaisesMessage(ValidationError, message):
                flow.clean()

    def test_protocols_without_ports(self):
        flow = DataFlow(protocol=DataFlowProtocolChoices.PROTOCOL_ICMP, source_ports=string_to_ranges('1'))
        with self.assertRaisesMessage(ValidationError, 'Only TCP, UDP and SCTP have ports.'):
            flow.clean()

    def test_filter(self):
        flow = self.create('80,8000-8099')
        self.create('443')
        for port, found in ((80, [flow]), (8050, [flow]), (8100, [])):
            params = {'destination_port': port}
            self.assertEqual(list(DataFlowFilterSet(params, DataFlow.objects.all()).qs), found)

    def test_form(self):
        self.add_permissions('netbox_kit_data_flows.add_dataflow', 'netbox_kit_data_flows.view_dataflow')
        data = {'name': 'Web', 'status': 'active', 'protocol': 'tcp', 'destination_ports': '80, 443'}
        self.assertHttpStatus(self.client.post('/plugins/kit-data-flows/data-flows/add/', data), 302)
        self.assertEqual(DataFlow.objects.get().destination_port_list, ['80', '443'])

    def test_list_and_page(self):
        flow = self.create('8000-8099')
        self.add_permissions('netbox_kit_data_flows.view_dataflow')
        for url in ('/plugins/kit-data-flows/data-flows/', flow.get_absolute_url()):
            self.assertContains(self.client.get(url), '8000-8099')


class PortsAPITestCase(APITestCase):
    def test_rest(self):
        self.add_permissions('netbox_kit_data_flows.add_dataflow', 'netbox_kit_data_flows.view_dataflow')
        url = '/api/plugins/kit-data-flows/data-flows/'
        data = {'name': 'Web', 'protocol': 'tcp', 'destination_ports': [[80, 80], [8000, 8099]]}
        response = self.client.post(url, data, format='json', **self.header)
        self.assertHttpStatus(response, 201)
        self.assertEqual(response.json()['destination_ports'], [[80, 80], [8000, 8099]])

        data['destination_ports'] = [[1, 70000]]
        self.assertHttpStatus(self.client.post(url, data, format='json', **self.header), 400)

    def test_graphql(self):
        create_data_flow(
            protocol=DataFlowProtocolChoices.PROTOCOL_TCP, destination_ports=string_to_ranges('80,8000-8099')
        )
        self.add_permissions('netbox_kit_data_flows.view_dataflow')
        query = '{ data_flow_list { source_ports destination_ports } }'
        response = self.client.post('/graphql/', data={'query': query}, format='json', **self.header)
        self.assertEqual(
            response.json()['data']['data_flow_list'], [{'source_ports': [], 'destination_ports': ['80', '8000-8099']}]
        )
