from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_application,
    create_business_service,
    create_complete_application,
    create_complete_business_service,
    create_complete_config_item,
    create_complete_penetration_test,
    create_complete_relation,
    create_config_item,
    create_penetration_test,
    create_relation,
)


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_service_map'

    @classmethod
    def setUpTestData(cls):
        create_business_service()
        create_complete_business_service()
        create_application()
        create_complete_application()
        create_config_item()
        create_complete_config_item()
        create_relation()
        create_complete_relation()
        create_penetration_test()
        create_complete_penetration_test()
