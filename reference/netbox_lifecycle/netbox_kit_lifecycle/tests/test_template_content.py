from netbox_plugin_kit.testing import TestCase, create

from ..template_content import CARD_SIZE, Card, LifecycleCard, make_extension, template_extensions
from .factories import create_contract_assignment, create_hardware_lifecycle, create_license_assignment


class CardsTestCase(TestCase):
    def setUp(self):
        super().setUp()
        models = ('device', 'module', 'devicetype', 'moduletype')
        self.add_permissions(*(f'dcim.view_{model}' for model in models), 'virtualization.view_virtualmachine')

    def assertShown(self, instance, permission, *targets):
        """
        The pages of the targets show an object, to those who may view it.
        """
        for target in targets:
            self.assertNotContains(self.client.get(target.get_absolute_url()), instance.get_absolute_url())
        self.add_permissions(permission)
        for target in targets:
            self.assertContains(self.client.get(target.get_absolute_url()), instance.get_absolute_url())

    def test_lifecycle_of_devices(self):
        device = create('dcim.device')
        lifecycle = create_hardware_lifecycle(device_type=device.device_type)
        self.assertShown(lifecycle, 'netbox_kit_lifecycle.view_hardwarelifecycle', device, device.device_type)

    def test_lifecycle_of_modules(self):
        module = create('dcim.module')
        lifecycle = create_hardware_lifecycle(device_type=None, module_type=module.module_type)
        self.assertShown(lifecycle, 'netbox_kit_lifecycle.view_hardwarelifecycle', module, module.module_type)

    def test_contracts(self):
        for name, label in (
            ('device', 'dcim.device'),
            ('module', 'dcim.module'),
            ('virtual_machine', 'virtualization.virtualmachine'),
        ):
            with self.subTest(name):
                target = create(label)
                assignment = create_contract_assignment(**{'device': None, name: target})
                self.remove_permissions('netbox_kit_lifecycle.view_contractassignment')
                self.assertShown(assignment, 'netbox_kit_lifecycle.view_contractassignment', target)

    def test_licenses(self):
        for name, label in (('device', 'dcim.device'), ('virtual_machine', 'virtualization.virtualmachine')):
            with self.subTest(name):
                target = create(label)
                assignment = create_license_assignment(**{'device': None, name: target})
                self.remove_permissions('netbox_kit_lifecycle.view_licenseassignment')
                self.assertShown(assignment, 'netbox_kit_lifecycle.view_licenseassignment', target)

    def test_add(self):
        device = create('dcim.device')
        self.add_permissions(
            'netbox_kit_lifecycle.view_contractassignment', 'netbox_kit_lifecycle.add_contractassignment'
        )
        self.assertContains(self.client.get(device.get_absolute_url()), f'?device={device.pk}&amp;return_url=')

    def test_more_than_fit(self):
        device = create('dcim.device')
        for _ in range(CARD_SIZE + 1):
            create_contract_assignment(device=device)
        self.add_permissions('netbox_kit_lifecycle.view_contractassignment')
        self.assertContains(self.client.get(device.get_absolute_url()), f'View all {CARD_SIZE + 1}')

    def test_position(self):
        extension = make_extension(LifecycleCard, 'left_page')
        self.assertEqual(extension.models, list(LifecycleCard.shown_on))
        self.assertIn('left_page', vars(extension))
        self.assertNotIn('right_page', vars(extension))

    def test_default_configuration(self):
        self.assertEqual(len(template_extensions), len(Card.__subclasses__()))

    def remove_permissions(self, *names):
        for name in names:
            app_label, codename = name.split('.')
            action, model = codename.split('_')
            self.user.object_permissions.filter(
                actions=[action], object_types__app_label=app_label, object_types__model=model
            ).delete()
        self.user = type(self.user).objects.get(pk=self.user.pk)
