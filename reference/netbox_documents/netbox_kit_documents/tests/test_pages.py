from netbox_plugin_kit.testing import PluginTestCases, create

from ..configuration import SUBJECTS
from .factories import create_complete_document


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_documents'

    @classmethod
    def setUpTestData(cls):
        subjects = [create(label) for label in SUBJECTS]
        for subject in subjects:
            create_complete_document(subject=subject)
        cls.extended = subjects

    def core_objects(self):
        return self.extended
