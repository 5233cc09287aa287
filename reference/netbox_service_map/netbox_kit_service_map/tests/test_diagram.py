from xml.etree import ElementTree

from django.template.loader import render_to_string
from django.test import SimpleTestCase
from netbox_plugin_kit.testing import ModelViewTestCase, TestCase, create

from ..graph import Edge, Node, get_graph
from ..layout import get_diagram
from ..mermaid import escape, to_mermaid
from ..models import BusinessService
from .factories import create_application, create_business_service, create_config_item, create_relation

NASTY = '<script>alert("1")</script> & \'quoted\''


def nodes(count):
    return [Node(number, f'Node {number}') for number in range(count)]


def edge(source, destination):
    return Edge(source, destination, 'solid')


class LayoutTestCase(SimpleTestCase):
    def test_nothing(self):
        diagram = get_diagram([], [])

        self.assertEqual((diagram.nodes, diagram.edges), ([], []))

    def test_edges_point_to_the_right(self):
        diagram = get_diagram(nodes(3), [edge(2, 1), edge(1, 0)])

        zero, one, two = (node.x for node in diagram.nodes)
        self.assertTrue(two < one < zero)

    def test_cycle_ends(self):
        diagram = get_diagram(nodes(3), [edge(0, 1), edge(1, 2), edge(2, 0), edge(1, 0)])

        self.assertEqual(len({node.x for node in diagram.nodes}), 3)
        self.assertEqual(len(diagram.edges), 4)

    def test_long_chain(self):
        diagram = get_diagram(nodes(2000), [edge(number, number + 1) for number in range(1999)])

        self.assertEqual(len({node.x for node in diagram.nodes}), 2000)

    def test_nodes_do_not_overlap(self):
        diagram = get_diagram(nodes(12), [edge(a, b) for a in range(12) for b in range(a + 1, 12) if (a + b) % 3])

        self.assertEqual(len({(node.x, node.y) for node in diagram.nodes}), 12)
        self.assertTrue(all(0 <= node.y <= diagram.height - diagram.node_height for node in diagram.nodes))

    def test_long_edge_bends_around_what_is_between(self):
        diagram = get_diagram(nodes(3), [edge(0, 1), edge(1, 2), edge(0, 2)])

        self.assertEqual(diagram.edges[2].path.count('C'), 3)
        self.assertEqual(len({node.y for node in diagram.nodes}), 2)

    def test_svg_is_escaped(self):
        graph = [Node(1, NASTY, '/a/?b="c"', kind=NASTY, role=NASTY), Node(2, 'b')], [Edge(1, 2, NASTY, NASTY)]

        svg = render_to_string('netbox_kit_service_map/inc/diagram.html', {'diagram': get_diagram(*graph)})

        titles = [title.text for title in ElementTree.fromstring(svg.strip()).iter('{http://www.w3.org/2000/svg}title')]
        self.assertEqual(titles, [NASTY, 'b', NASTY])
        self.assertNotIn('<script', svg)


class MermaidTestCase(SimpleTestCase):
    def test_text(self):
        text = to_mermaid(nodes(2), [Edge(0, 1, 'dotted', 'reads from'), Edge(1, 0, 'unknown')])

        self.assertEqual(
            text,
            'flowchart LR\n  item0["Node 0"]\n  item1["Node 1"]\n  item0 -.->|"reads from"| item1\n  item1 --> item0',
        )

    def test_escape(self):
        self.assertEqual(escape('a "b"\n<c>#|`d`'), 'a #34;b#34; #60;c#62;#35;#124;#96;d#96;')
        self.assertEqual(escape('Zürich DB-1 10.0.0.1/24'), 'Zürich DB-1 10.0.0.1/24')


class GraphTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.service = create_business_service()
        cls.device = create_config_item(service=cls.service, item=create('dcim.device', name='Secret device'))
        cls.application = create_config_item(service=cls.service, item=create_application(name='Shop'))
        create_relation(source=cls.application, destination=cls.device, link_text='runs on')
        create_config_item()

    def labels(self):
        return [node.label for node in get_graph(self.service, self.user)[0]]

    def test_everything(self):
        self.add_permissions(
            'netbox_kit_service_map.view_configitem',
            'netbox_kit_service_map.view_relation',
            'netbox_kit_service_map.view_application',
            'dcim.view_device',
        )

        found, edges = get_graph(self.service, self.user)

        self.assertEqual([node.label for node in found], ['Secret device', 'Shop'])
        self.assertEqual(found[0].url, self.device.item.get_absolute_url())
        self.assertEqual(edges, [Edge(self.application.pk, self.device.pk, 'solid', 'runs on')])

    def test_hidden_object(self):
        self.add_permissions('netbox_kit_service_map.view_configitem', 'netbox_kit_service_map.view_application')

        found = get_graph(self.service, self.user)[0]

        self.assertEqual([node.label for node in found], ['(hidden)', 'Shop'])
        self.assertIsNone(found[0].url)

    def test_hidden_config_items(self):
        self.add_permissions('netbox_kit_service_map.view_relation', 'dcim.view_device')

        self.assertEqual(self.labels(), ['(hidden)', '(hidden)'])

    def test_nothing(self):
        self.assertEqual(self.labels(), [])


class DiagramPageTestCase(ModelViewTestCase):
    model = BusinessService
    user_permissions = (
        'netbox_kit_service_map.view_businessservice',
        'netbox_kit_service_map.view_configitem',
        'netbox_kit_service_map.view_relation',
        'netbox_kit_service_map.view_application',
    )

    def test_page(self):
        service = create_business_service()
        shop = create_config_item(service=service, item=create_application(name=NASTY))
        device = create_config_item(service=service, item=create('dcim.device', name='Secret device'))
        create_relation(source=shop, destination=device, link_text='"><b>')

        response = self.client.get(self._get_url('diagram', service))

        self.assertContains(response, f'href="{shop.item.get_absolute_url()}"')
        self.assertContains(response, '(hidden)')
        self.assertContains(response, '#60;script#62;')
        self.assertNotContains(response, '<script>alert')
        self.assertNotContains(response, '"><b>')
        self.assertNotContains(response, 'Secret device')
