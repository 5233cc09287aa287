from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_compliance_report,
    create_complete_compliance_selector,
    create_complete_compliance_test,
    create_complete_compliance_test_result,
)


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """

    plugin = 'netbox_kit_compliance'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
            create_complete_compliance_selector()
            create_complete_compliance_test()
            create_complete_compliance_report()
            create_complete_compliance_test_result()
