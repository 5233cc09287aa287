from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_license_assignment,
    create_complete_support_contract,
    create_complete_vendor,
)


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """

    plugin = 'netbox_kit_lifecycle'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
            create_complete_hardware_lifecycle()
            create_complete_vendor()
            create_complete_support_contract()
            create_complete_contract_assignment()
            create_complete_license()
            create_complete_license_assignment()
