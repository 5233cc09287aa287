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


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
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
        create_complete_contract_assignment()
        create_license()
        create_complete_license()
        create_license_assignment()
        create_complete_license_assignment()
