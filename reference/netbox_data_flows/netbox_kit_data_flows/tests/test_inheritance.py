from netbox_plugin_kit.testing import APITestCase, TestCase

from ..choices import DataFlowStatusChoices, FlowGroupStatusChoices
from ..filtersets import DataFlowFilterSet
from ..inheritance import get_disabled_groups, is_in_force
from ..models import DataFlow
from .factories import create_data_flow, create_flow_group


class InheritanceTestCase(TestCase):
    """
    Two groups below a disabled one, and one that is not.
    """

    @classmethod
    def setUpTestData(cls):
        cls.top = create_flow_group(status=FlowGroupStatusChoices.STATUS_DISABLED)
        cls.middle = create_flow_group(parent=cls.top)
        cls.bottom = create_flow_group(parent=cls.middle)
        cls.other = create_flow_group(parent=create_flow_group())
        cls.flows = [create_data_flow(group=group) for group in (cls.top, cls.middle, cls.bottom)]
        cls.in_force = [create_data_flow(), create_data_flow(group=cls.other)]
        cls.disabled = create_data_flow(status=DataFlowStatusChoices.STATUS_DISABLED)

    def test_groups(self):
        with self.assertNumQueries(1):
            self.assertEqual(get_disabled_groups(), {self.top.pk, self.middle.pk, self.bottom.pk})

    def test_enabled_again(self):
        self.top.status = FlowGroupStatusChoices.STATUS_ACTIVE
        self.top.save()
        self.assertEqual(get_disabled_groups(), set())

    def test_moved_away(self):
        self.bottom.parent = self.other
        self.bottom.save()
        self.assertEqual(get_disabled_groups(), {self.top.pk, self.middle.pk})

    def test_flows(self):
        groups = get_disabled_groups()
        for flow in DataFlow.objects.all():
            self.assertEqual(is_in_force(flow, groups), flow in self.in_force)

    def test_filter(self):
        for value, flows in ((True, self.in_force), (False, [*self.flows, self.disabled])):
            found = DataFlowFilterSet({'in_force': value}, DataFlow.objects.all()).qs
            self.assertCountEqual(found, flows)

    def test_page(self):
        self.add_permissions('netbox_kit_data_flows.view_dataflow')
        for flow, icon in ((self.flows[2], 'mdi-close'), (self.in_force[1], 'mdi-check')):
            self.assertContains(self.client.get(flow.get_absolute_url()), icon)


class InheritanceAPITestCase(APITestCase):
    def test_rest(self):
        top = create_flow_group(status=FlowGroupStatusChoices.STATUS_DISABLED)
        create_data_flow(name='A', group=create_flow_group(parent=top))
        create_data_flow(name='B')
        self.add_permissions('netbox_kit_data_flows.view_dataflow')
        response = self.client.get('/api/plugins/kit-data-flows/data-flows/', **self.header)
        self.assertEqual({each['name']: each['in_force'] for each in response.data['results']}, {'A': False, 'B': True})
