from dcim.choices import DeviceStatusChoices
from dcim.models import Device
from netbox_plugin_kit.testing import TestCase, create

from ..selection import get_selected_devices, get_tested_devices
from .factories import create_compliance_selector, create_compliance_test


class SelectorTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.role = create('dcim.devicerole', name='Switch')
        cls.below = create('dcim.devicerole', name='Leaf', parent=cls.role)
        cls.tag = create('extras.tag', name='Fabric')
        cls.leaf = create('dcim.device', name='leaf', role=cls.below, status=DeviceStatusChoices.STATUS_ACTIVE)
        cls.other = create('dcim.device', name='other', status=DeviceStatusChoices.STATUS_PLANNED)
        cls.leaf.tags.add(cls.tag, create('extras.tag', name='Prod'))

    def assertSelects(self, expected, **values):
        devices = get_selected_devices(create_compliance_selector(**values), Device.objects.all())
        self.assertEqual(sorted(device.name for device in devices), expected)

    def test_everything(self):
        self.assertSelects(['leaf', 'other'])

    def test_each_kind(self):
        self.assertSelects(['leaf'], sites=[self.leaf.site])
        self.assertSelects(['leaf'], roles=[self.role])
        self.assertSelects(['leaf'], device_tags=[self.tag, create('extras.tag', name='Nowhere')])
        self.assertSelects(['other'], status=DeviceStatusChoices.STATUS_PLANNED)
        self.assertSelects([], platforms=[create('dcim.platform')])

    def test_all_kinds_have_to_fit(self):
        self.assertSelects([], roles=[self.role], status=DeviceStatusChoices.STATUS_PLANNED)

    def test_a_test_is_for_what_any_of_its_selectors_selects(self):
        selectors = [
            create_compliance_selector(roles=[self.role]),
            create_compliance_selector(status=DeviceStatusChoices.STATUS_PLANNED),
        ]
        for chosen, expected in ((selectors, ['leaf', 'other']), (selectors[:1], ['leaf']), ([], ['leaf', 'other'])):
            devices = get_tested_devices(create_compliance_test(selectors=chosen), Device.objects.all())
            self.assertEqual(sorted(device.name for device in devices), expected)
