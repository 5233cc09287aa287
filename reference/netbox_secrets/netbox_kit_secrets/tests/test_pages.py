from netbox_plugin_kit.testing import PluginTestCases, create

from .factories import (
    create_complete_secret,
    create_complete_secret_role,
    create_complete_user_key,
    create_secret,
    create_secret_role,
    create_user_key,
)
from .utils import UnlockedMixin


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_secrets'

    @classmethod
    def setUpTestData(cls):
        create_secret_role()
        create_complete_secret_role()
        create_user_key(active=True)
        create_complete_user_key()
        cls.extended = [create(label) for label in ('dcim.device', 'virtualization.virtualmachine', 'tenancy.contact')]
        for assigned_object in cls.extended:
            create_secret(assigned_object=assigned_object)
            create_complete_secret(assigned_object=assigned_object)

    def core_objects(self):
        return self.extended


class UnlockedPagesTestCase(UnlockedMixin, PagesTestCase):
    """
    The same when secrets are unlocked.
    """
