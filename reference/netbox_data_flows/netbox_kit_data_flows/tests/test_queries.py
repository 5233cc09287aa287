from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_application,
    create_complete_application_role,
    create_complete_data_flow,
    create_complete_flow_group,
    create_complete_object_alias,
)


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list needs more queries for more objects.
    """

    plugin = 'netbox_kit_data_flows'

    @classmethod
    def setUpTestData(cls):
        cls.create(2)

    def grow(self):
        self.create(18)

    @staticmethod
    def create(count):
        for _ in range(count):
            create_complete_application_role()
            create_complete_application()
            create_complete_flow_group()
            create_complete_object_alias()
            create_complete_data_flow()
