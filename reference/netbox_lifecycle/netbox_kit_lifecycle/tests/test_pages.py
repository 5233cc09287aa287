from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_license_assignment,
    create_complete_support_contract,
    create_complete_vendor,
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license,
    create_license_assignment,
    create_support_contract,
    create_vendor,
)


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_lifecycle'

    @classmethod
    def setUpTestData(cls):
        create_hardware_lifecycle()
        create_complete_hardware_lifecycle()
        create_vendor()
        create_complete_vendor()
        create_support_contract()
        create_complete_support_contract()
        create_contract_assignment()
        contract_assignment = create_complete_contract_assignment()
        create_license()
        create_complete_license()
        create_license_assignment()
        create_complete_license_assignment()
        cls.extended = (contract_assignment.device,)

    def core_objects(self):
        return self.extended
