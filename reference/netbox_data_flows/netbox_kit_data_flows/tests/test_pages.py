from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_application,
    create_application_role,
    create_complete_application,
    create_complete_application_role,
    create_complete_data_flow,
    create_complete_flow_group,
    create_complete_object_alias,
    create_data_flow,
    create_flow_group,
    create_object_alias,
)


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_data_flows'

    @classmethod
    def setUpTestData(cls):
        create_application_role()
        create_complete_application_role()
        create_application()
        create_complete_application()
        create_flow_group()
        create_complete_flow_group()
        create_object_alias()
        create_complete_object_alias()
        create_data_flow()
        create_complete_data_flow()
