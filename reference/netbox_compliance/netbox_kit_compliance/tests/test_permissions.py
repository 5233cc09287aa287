from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_compliance_report,
    create_complete_compliance_selector,
    create_complete_compliance_test,
    create_complete_compliance_test_result,
    create_compliance_report,
    create_compliance_selector,
    create_compliance_test,
    create_compliance_test_result,
)


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_compliance'

    @classmethod
    def setUpTestData(cls):
        create_compliance_selector()
        create_complete_compliance_selector()
        create_compliance_test()
        create_complete_compliance_test()
        create_compliance_report()
        create_complete_compliance_report()
        create_compliance_test_result()
        create_complete_compliance_test_result()
