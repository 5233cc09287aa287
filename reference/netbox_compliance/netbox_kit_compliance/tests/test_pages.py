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


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
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
        compliance_test_result = create_complete_compliance_test_result()
        cls.extended = (compliance_test_result.device,)

    def core_objects(self):
        return self.extended
