from unittest import TestCase

from ..comparing import Differing, FieldChange, Missing, Rename, Row, Surplus, compare


class CompareTestCase(TestCase):
    """
    The engine, which needs no NetBox.
    """

    def test_equal(self):
        self.assertEqual(compare([Row(1, 'eth0', {'type': 'a'})], [Row(2, 'eth0', {'type': 'a'})]), [])

    def test_an_empty_text_is_nothing(self):
        self.assertEqual(compare([Row(1, 'eth0', {'type': None})], [Row(2, 'eth0', {'type': ''})]), [])

    def test_false_is_something(self):
        self.assertEqual(len(compare([Row(1, 'eth0', {'on': False})], [Row(2, 'eth0', {'on': None})])), 1)

    def test_missing_and_surplus(self):
        template, component = Row(1, 'eth0', {'type': 'a'}), Row(2, 'lo', {'type': 'b'})
        self.assertEqual(compare([template], [component]), [Missing(None, template), Surplus(component)])

    def test_differing(self):
        template, component = Row(1, 'eth0', {'type': 'a', 'label': ''}), Row(2, 'eth0', {'type': 'b', 'label': ''})
        self.assertEqual(
            compare([template], [component]), [Differing(component, template, (FieldChange('type', 'b', 'a'),))]
        )

    def test_renames_in_natural_order(self):
        templates = [Row(number, f'Gi{number}', {'type': 'a'}) for number in (10, 9)]
        components = [Row(number, f'eth{number}', {'type': 'a'}) for number in (10, 9)]
        differences = compare(templates, components)
        self.assertEqual([type(each) for each in differences], [Rename, Rename])
        self.assertEqual([each.component.name for each in differences], ['eth9', 'eth10'])
        self.assertEqual([each.template.name for each in differences], ['Gi9', 'Gi10'])

    def test_no_rename_without_a_partner(self):
        templates = [Row(1, 'a', {'type': 'x'}), Row(2, 'b', {'type': 'x'})]
        self.assertEqual(
            [type(each) for each in compare(templates, [Row(3, 'c', {'type': 'x'})])], [Missing, Missing, Surplus]
        )

    def test_natural_order(self):
        templates = [Row(number, name, {}) for number, name in enumerate(['Eth10', 'Eth2', '1', 'Eth2/11', 'Eth2/9'])]
        self.assertEqual([each.name for each in compare(templates, [])], ['1', 'Eth2', 'Eth2/9', 'Eth2/11', 'Eth10'])
