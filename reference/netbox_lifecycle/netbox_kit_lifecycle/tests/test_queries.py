from datetime import timedelta

from django.utils import timezone
from extras.dashboard.utils import get_dashboard
from netbox_plugin_kit.testing import PluginTestCases, create

from ..widgets import ExpiringWidget
from .factories import (
    create_complete_contract_assignment,
    create_complete_hardware_lifecycle,
    create_complete_license,
    create_complete_license_assignment,
    create_complete_support_contract,
    create_complete_vendor,
    create_license,
    create_support_contract,
)

COVERED = {
    'device': 'dcim.device',
    'module': 'dcim.module',
    'virtual_machine': 'virtualization.virtualmachine',
}


class QueriesTestCase(PluginTestCases.QueriesTestCase):
    """
    No list, card or widget needs more queries for more objects.
    """

    plugin = 'netbox_kit_lifecycle'

    @classmethod
    def setUpTestData(cls):
        cls.targets = {name: create(label) for name, label in COVERED.items()}
        cls.contract = create_support_contract()
        cls.license = create_license()
        cls.create(1)

    def setUp(self):
        super().setUp()
        dashboard = get_dashboard(self.user)
        dashboard.add_widget(ExpiringWidget(config={'limit': 50}))
        dashboard.save()

    def more_urls(self):
        types = (self.targets['device'].device_type, self.targets['module'].module_type)
        return ('/', *(target.get_absolute_url() for target in (*self.targets.values(), *types)))

    def grow(self):
        # No more than a list shows at once
        self.create(3)

    @classmethod
    def create(cls, count):
        soon = timezone.localdate() + timedelta(days=10)
        for _ in range(count):
            create_complete_vendor()
            create_complete_license()
            create_complete_support_contract(end_date=soon, vendor=cls.contract.vendor)
            create_complete_hardware_lifecycle(end_of_support=soon)
            create_complete_hardware_lifecycle(
                device_type=None, module_type=create('dcim.moduletype'), end_of_support=soon
            )
            for name, label in COVERED.items():
                for target in (cls.targets[name], create(label)):
                    cls.create_assignments(name, target, soon)
            # NetBox calls a device without a name by its type and its manufacturer.
            cls.create_assignments('device', create('dcim.device', name=None), soon)

    @classmethod
    def create_assignments(cls, name, target, end_date):
        values = {'device': None, name: target, 'end_date': end_date}
        create_complete_contract_assignment(**values, contract=cls.contract)
        create_complete_contract_assignment(**values)
        if name != 'module':
            create_complete_license_assignment(**values, license=cls.license)
            create_complete_license_assignment(**values)
