from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_secret,
    create_complete_secret_role,
    create_complete_user_key,
    create_secret,
    create_secret_role,
    create_user_key,
)


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees or changes more than is permitted: in pages, the REST API and GraphQL.
    """

    plugin = 'netbox_kit_secrets'

    @classmethod
    def setUpTestData(cls):
        create_secret_role()
        create_complete_secret_role()
        create_secret()
        create_complete_secret()
        create_user_key(active=True)
        create_complete_user_key()
