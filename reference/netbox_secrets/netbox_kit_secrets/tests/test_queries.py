from netbox_plugin_kit.testing import PluginTestCases, create

from .factories import create_complete_secret, create_complete_secret_role, create_complete_user_key

LABELS = ('dcim.device', 'virtualization.virtualmachine', 'tenancy.contact')


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list, and no panel, needs more queries for more objects.
    """

    plugin = 'netbox_kit_secrets'

    @classmethod
    def setUpTestData(cls):
        cls.extended = [create(label) for label in LABELS]
        cls.create(2)

    def grow(self):
        self.create(18)

    def more_urls(self):
        return [assigned_object.get_absolute_url() for assigned_object in self.extended]

    @classmethod
    def create(cls, count):
        for _ in range(count):
            create_complete_secret_role()
            create_complete_user_key()
            for assigned_object in cls.extended:
                create_complete_secret(assigned_object=assigned_object)
            for label in LABELS:
                create_complete_secret(assigned_object=create(label))
        # A device without a name is called after its type.
        create_complete_secret(assigned_object=create('dcim.device', name=None))
