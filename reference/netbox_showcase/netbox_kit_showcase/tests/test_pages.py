from netbox_plugin_kit.testing import PluginTestCases

from .factories import (
    create_complete_exhibit,
    create_complete_exhibit_kind,
    create_complete_hall,
    create_complete_loan,
    create_exhibit,
    create_exhibit_kind,
    create_hall,
    create_label,
    create_loan,
)


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_showcase'

    @classmethod
    def setUpTestData(cls):
        create_exhibit_kind()
        create_complete_exhibit_kind()
        create_hall()
        create_complete_hall()
        create_exhibit()
        exhibit = create_complete_exhibit()
        create_loan()
        loan = create_complete_loan()
        create_label()
        create_label()
        cls.extended = (
            exhibit.site,
            loan.lender,
        )

    def core_objects(self):
        return self.extended
