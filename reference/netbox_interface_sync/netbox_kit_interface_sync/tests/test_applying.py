from unittest.mock import patch

from core.models import ObjectChange
from dcim import models
from django.test import override_settings
from netbox_plugin_kit.testing import TestCase, create
from users.models import User

from ..applying import Change, SyncError, apply_changes
from ..kinds import KINDS, KINDS_BY_NAME
from ..reading import compare_device, count_differences
from .factories import FIELD_VALUES, create_component, create_device, create_template


def set_config(**values):
    return patch.dict('django.conf.settings.PLUGINS_CONFIG', {'netbox_kit_interface_sync': values})


class SyncTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.device = create_device()
        cls.superuser = User.objects.create_superuser('admin')

    def differences(self, kind, user=None):
        return compare_device(self.device, user or self.superuser, [kind])[0].differences

    def apply(self, kind, action, dry_run=False):
        changes = [Change.of(kind, action, each) for each in self.differences(kind) if action in each.actions]
        return apply_changes(self.device, self.superuser, changes, dry_run=dry_run)


class KindsTestCase(SyncTestCase):
    """
    Every action with every kind.
    """

    def test_new_devices_are_in_line(self):
        types = self.device.device_type
        for kind in KINDS:
            create_template(kind, self.device, name='first')
        device = create('dcim.device', device_type=types)
        self.assertEqual(sum(len(each.differences) for each in compare_device(device, self.superuser)), 0)

    def test_add(self):
        for kind in KINDS:
            with self.subTest(kind=kind.name):
                field, _old, new = FIELD_VALUES[kind.name]
                create_template(kind, self.device, name='first', description='of the type', **{field: new})
                self.apply(kind, 'add')
                component = kind.model.objects.get(device=self.device, name='first')
                self.assertEqual(getattr(component, field), new)
                self.assertEqual(component.description, 'of the type')
                self.assertEqual(self.differences(kind), [])

    def test_remove(self):
        for kind in KINDS:
            with self.subTest(kind=kind.name):
                create_component(kind, self.device, name='first')
                self.apply(kind, 'remove')
                self.assertFalse(kind.model.objects.filter(device=self.device).exists())

    def test_rename(self):
        for kind in KINDS:
            with self.subTest(kind=kind.name):
                component = create_component(kind, self.device, name='first')
                create_template(kind, self.device, name='1st')
                self.apply(kind, 'rename')
                component.refresh_from_db()
                self.assertEqual(component.name, '1st')
                self.assertEqual(self.differences(kind), [])

    def test_update(self):
        for kind in KINDS:
            with self.subTest(kind=kind.name):
                field, old, new = FIELD_VALUES[kind.name]
                component = create_component(kind, self.device, name='first', **{field: old})
                create_template(kind, self.device, name='first', **{field: new})
                self.apply(kind, 'update')
                component.refresh_from_db()
                self.assertEqual(getattr(component, field), new)

    def test_a_dry_run_writes_nothing(self):
        for kind in KINDS:
            field, old, new = FIELD_VALUES[kind.name]
            create_component(kind, self.device, name='differs', **{field: old})
            create_template(kind, self.device, name='differs', **{field: new})
            create_template(kind, self.device, name='missing', label='x')
            create_component(kind, self.device, name='surplus', label='y')
        before = compare_device(self.device, self.superuser)
        for kind in KINDS:
            for action in ('add', 'remove', 'update'):
                self.assertEqual(len(self.apply(kind, action, dry_run=True)), 1)
        self.assertEqual(compare_device(self.device, self.superuser), before)


class RulesTestCase(SyncTestCase):
    """
    What is compared, and what stands in the way.
    """

    interface = KINDS_BY_NAME['interface']
    front_port = KINDS_BY_NAME['frontport']
    rear_port = KINDS_BY_NAME['rearport']

    def test_what_came_with_a_module_is_not_surplus(self):
        bay = models.ModuleBay.objects.create(device=self.device, name='bay')
        module = create('dcim.module', device=self.device, module_bay=bay)
        create_component(self.interface, self.device, name='of the module', module=module)
        self.assertEqual(self.differences(self.interface), [])

    def test_placeholders(self):
        # A device has no module that could replace it, so NetBox leaves it as it is.
        create_template(self.interface, self.device, name='Gi{module}/1')
        create_component(self.interface, self.device, name='Gi{module}/1')
        self.assertEqual(self.differences(self.interface), [])

    def test_virtual_interfaces(self):
        create_component(self.interface, self.device, name='lo', type='virtual')
        self.assertEqual(self.differences(self.interface), [])
        with set_config(exclude_virtual_interfaces=False, compare_description=True):
            self.assertEqual(len(self.differences(self.interface)), 1)

    def test_descriptions(self):
        create_component(self.interface, self.device, name='eth0', description='uplink')
        create_template(self.interface, self.device, name='eth0')
        self.assertEqual(len(self.differences(self.interface)), 1)
        with set_config(exclude_virtual_interfaces=True, compare_description=False):
            self.assertEqual(self.differences(self.interface), [])

    def test_whether_a_port_is_switched_off_is_not_compared(self):
        create_component(self.interface, self.device, name='eth0', enabled=False)
        create_template(self.interface, self.device, name='eth0')
        self.assertEqual(self.differences(self.interface), [])

    def test_references(self):
        outlet, power_port = KINDS_BY_NAME['poweroutlet'], KINDS_BY_NAME['powerport']
        template = create_template(power_port, self.device, name='PSU')
        create_template(outlet, self.device, name='out', power_port=template)
        with self.assertRaisesMessage(SyncError, 'Power outlet out: there is no power port PSU on the device'):
            self.apply(outlet, 'add')
        # In any order, together
        changes = [
            Change.of(kind, 'add', difference) for kind in (outlet, power_port) for difference in self.differences(kind)
        ]
        apply_changes(self.device, self.superuser, changes)
        self.assertEqual(models.PowerOutlet.objects.get(device=self.device).power_port.name, 'PSU')

    def test_bridges(self):
        bridge = create_template(self.interface, self.device, name='br', type='bridge')
        create_template(self.interface, self.device, name='a', bridge=bridge)
        with set_config(exclude_virtual_interfaces=False, compare_description=True):
            self.apply(self.interface, 'add')
        self.assertEqual(models.Interface.objects.get(device=self.device, name='a').bridge.name, 'br')

    def test_port_mappings(self):
        rear = create_template(self.rear_port, self.device, name='rear', positions=2)
        front = create_template(self.front_port, self.device, name='front')
        models.PortTemplateMapping.objects.create(
            device_type=self.device.device_type, front_port=front, rear_port=rear, rear_port_position=2
        )
        self.apply(self.rear_port, 'add')
        self.apply(self.front_port, 'add')
        mapping = models.PortMapping.objects.get(device=self.device)
        self.assertEqual((mapping.front_port.name, mapping.rear_port.name), ('front', 'rear'))
        self.assertEqual(mapping.rear_port_position, 2)
        self.assertEqual(self.differences(self.front_port), [])

        models.PortTemplateMapping.objects.update(rear_port_position=1)
        self.assertEqual([each.changes[0].field for each in self.differences(self.front_port)], ['mappings'])
        self.apply(self.front_port, 'update')
        self.assertEqual(models.PortMapping.objects.get(device=self.device).rear_port_position, 1)

    def test_a_rear_port_loses_positions_with_its_front_ports(self):
        rear_template = create_template(self.rear_port, self.device, name='rear', positions=1)
        fronts = [create_template(self.front_port, self.device, name=name) for name in ('f1', 'f2')]
        models.PortTemplateMapping.objects.create(front_port=fronts[0], rear_port=rear_template)
        rear = create_component(self.rear_port, self.device, name='rear', positions=2)
        for position, name in enumerate(('f1', 'f2'), start=1):
            front = create_component(self.front_port, self.device, name=name)
            models.PortMapping.objects.create(front_port=front, rear_port=rear, rear_port_position=position)
        changes = [
            Change.of(kind, 'update', difference)
            for kind in (self.rear_port, self.front_port)
            for difference in self.differences(kind)
        ]
        apply_changes(self.device, self.superuser, changes)
        self.assertEqual(count_differences(self.device), 0)

    def test_a_cable_is_in_the_way(self):
        component = create_component(self.interface, self.device, name='eth0')
        other = create_component(self.interface, create_device(), name='eth0')
        models.Cable(a_terminations=[component], b_terminations=[other]).save()
        with self.assertRaisesMessage(SyncError, 'Interface eth0: a cable is attached.'):
            self.apply(self.interface, 'remove')

    def test_something_is_installed(self):
        bay = models.ModuleBay.objects.create(device=self.device, name='bay')
        create('dcim.module', device=self.device, module_bay=bay)
        with self.assertRaisesMessage(SyncError, 'Module bay bay: something is installed in it.'):
            self.apply(KINDS_BY_NAME['modulebay'], 'remove')

    def test_what_goes_with_a_component_is_told(self):
        component = create_component(self.interface, self.device, name='eth0')
        create('ipam.ipaddress', assigned_object=component)
        (step,) = self.apply(self.interface, 'remove', dry_run=True)
        self.assertIn(('IP addresses', 1), step.also_removed)

    @override_settings(PROTECTION_RULES={'dcim.interface': [{'name': {'eq': 'never'}}]})
    def test_protection_rules(self):
        create_component(self.interface, self.device, name='eth0')
        with self.assertRaisesMessage(SyncError, 'Interface eth0: '):
            self.apply(self.interface, 'remove')

    def test_all_or_nothing(self):
        module_bay = models.ModuleBay.objects.create(device=self.device, name='bay')
        module = create('dcim.module', device=self.device, module_bay=module_bay)
        create_template(KINDS_BY_NAME['modulebay'], self.device, name='bay')
        # The module's interface has the name that the second template wants.
        create_component(self.interface, self.device, name='eth1', module=module)
        create_template(self.interface, self.device, name='eth0')
        create_template(self.interface, self.device, name='eth1')
        with self.assertRaisesMessage(SyncError, 'Interface eth1: '):
            self.apply(self.interface, 'add')
        self.assertFalse(models.Interface.objects.filter(device=self.device, name='eth0').exists())
        self.assertFalse(ObjectChange.objects.filter(object_repr='eth0').exists())

    def test_one_action_for_each(self):
        create_component(self.interface, self.device, name='eth0')
        create_template(self.interface, self.device, name='Gi0')
        (rename,) = self.differences(self.interface)
        changes = [Change.of(self.interface, action, rename) for action in ('rename', 'remove')]
        with self.assertRaisesMessage(SyncError, 'more than one action is chosen'):
            apply_changes(self.device, self.superuser, changes)

    def test_what_is_no_difference_cannot_be_chosen(self):
        component = create_component(self.interface, create_device(), name='of another device')
        with self.assertRaisesMessage(SyncError, 'has changed in the meantime'):
            apply_changes(self.device, self.superuser, [Change('interface', 'remove', component.pk)])
