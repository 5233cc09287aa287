from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_exhibit,
    create_complete_exhibit_kind,
    create_complete_hall,
    create_complete_loan,
    create_label,
)


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """

    plugin = 'netbox_kit_showcase'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
            create_complete_exhibit_kind()
            create_complete_hall()
            create_complete_exhibit()
            create_complete_loan()
            create_label()
