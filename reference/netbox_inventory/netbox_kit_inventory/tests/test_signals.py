from core.models import ObjectChange
from dcim.models import Device
from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, TestCase, create
from utilities.exceptions import AbortRequest

from ..choices import AssetStatusChoices, KindChoices
from ..hardware import get_kind
from ..models import Asset
from .factories import create_asset, create_complete_asset, create_hardware, create_hardware_type
from .utils import plugin_settings, tracking

SYNC = plugin_settings(sync_hardware=True)


class DeletionTestCase(TestCase):
    def assertFreed(self, asset):
        asset = Asset.objects.get(pk=asset.pk)
        self.assertFalse(asset.is_assigned)
        self.assertEqual(asset.status, AssetStatusChoices.STATUS_STORED)

    def test_hardware(self):
        for kind in KindChoices.values():
            for sync_hardware in (False, True):
                with self.subTest(kind, sync_hardware=sync_hardware), plugin_settings(sync_hardware=sync_hardware):
                    asset, other = create_complete_asset(kind), create_complete_asset(kind)
                    serial = asset.serial
                    asset.hardware.delete()
                    self.assertFreed(asset)
                    self.assertEqual(Asset.objects.get(pk=asset.pk).serial, serial)
                    self.assertTrue(Asset.objects.get(pk=other.pk).is_assigned)

    def test_device_with_what_is_in_it(self):
        device = create_complete_asset().device
        module = create('dcim.module', device=device)
        item = create('dcim.inventoryitem', device=device)
        create_asset(module_type=module.module_type, module=module)
        create_asset(item_type=create_hardware_type(KindChoices.ITEM), inventory_item=item)

        device.delete()

        self.assertEqual(Asset.objects.count(), 3)
        for asset in Asset.objects.all():
            self.assertFreed(asset)

    def test_change_log(self):
        asset = create_complete_asset()
        device = asset.device.pk
        with tracking(self.user):
            asset.device.delete()

        change = ObjectChange.objects.get(changed_object_type__model='asset', changed_object_id=asset.pk)
        self.assertEqual(change.action, 'update')
        self.assertEqual(change.prechange_data['device'], device)
        self.assertIsNone(change.postchange_data['device'])
        self.assertEqual(change.postchange_data['status'], AssetStatusChoices.STATUS_STORED)

    def test_bulk_delete(self):
        assets = [create_complete_asset() for _ in range(2)]
        self.add_permissions('dcim.view_device', 'dcim.delete_device')
        data = {'pk': [asset.device.pk for asset in assets], 'confirm': True, '_confirm': True}

        self.assertHttpStatus(self.client.post(reverse('dcim:device_bulk_delete'), data), 302)
        for asset in assets:
            self.assertFreed(asset)

    def test_asset(self):
        asset = create_complete_asset()
        asset.delete()
        self.assertTrue(Device.objects.filter(pk=asset.device.pk).exists())


class TypeTestCase(TestCase):
    def test_type_with_assets(self):
        for kind in KindChoices.values():
            with self.subTest(kind):
                asset = create_asset(**{get_kind(kind).type_field: create_hardware_type(kind)})
                message = f'{asset.hardware_type} cannot be deleted: assets of this type that are not retired: 1.'
                with self.assertRaisesMessage(AbortRequest, message), transaction.atomic():
                    asset.hardware_type.delete()
                self.assertTrue(Asset.objects.filter(pk=asset.pk).exists())

    def test_type_with_retired_assets(self):
        for kind in KindChoices.values():
            with self.subTest(kind):
                values = {get_kind(kind).type_field: create_hardware_type(kind)}
                asset = create_asset(status=AssetStatusChoices.STATUS_RETIRED, **values)
                asset.hardware_type.delete()
                self.assertFalse(Asset.objects.filter(pk=asset.pk).exists())

    def test_manufacturer(self):
        asset = create_asset(item_type=create_hardware_type(KindChoices.ITEM))
        with self.assertRaises(AbortRequest), transaction.atomic():
            asset.item_type.manufacturer.delete()

    def test_page(self):
        device_type = create('dcim.devicetype', model='<b>Switch</b>')
        create_asset(device_type=device_type)
        self.add_permissions('dcim.view_devicetype', 'dcim.delete_devicetype')
        data = {'pk': [device_type.pk], 'confirm': True, '_confirm': True}

        response = self.client.post(reverse('dcim:devicetype_bulk_delete'), data, follow=True)
        self.assertContains(response, '&lt;b&gt;Switch&lt;/b&gt; cannot be deleted: assets of this type')
        self.assertTrue(Asset.objects.exists())


@SYNC
class SyncTestCase(TestCase):
    """
    Hardware has the serial number and the asset tag of its asset.
    """

    def reload(self, instance):
        return type(instance).objects.get(pk=instance.pk)

    def assertIdentity(self, hardware, serial, asset_tag):
        hardware = self.reload(hardware)
        self.assertEqual((hardware.serial, hardware.asset_tag), (serial, asset_tag))

    def test_assigning_changing_and_freeing(self):
        for kind in KindChoices.values():
            with self.subTest(kind):
                values = create_hardware(kind)
                asset = create_asset(serial='S 1', asset_tag=f'{kind} 1', **values)
                self.assertIdentity(asset.hardware, 'S 1', f'{kind} 1')

                asset = self.reload(asset)
                asset.serial = 'S 2'
                asset.save()
                self.assertIdentity(asset.hardware, 'S 2', f'{kind} 1')

                hardware = asset.hardware
                asset.assign(None)
                asset.save()
                self.assertIdentity(hardware, '', None)
                self.assertEqual(self.reload(asset).serial, 'S 2')

    def test_assigning_to_other_hardware(self):
        asset = create_complete_asset()
        old, new = asset.device, create('dcim.device', device_type=asset.device_type)
        asset.device = new
        asset.full_clean()
        asset.save()

        self.assertIdentity(old, '', None)
        self.assertIdentity(new, asset.serial, asset.asset_tag)

    def test_asset_that_lacks_what_the_hardware_has(self):
        device = create('dcim.device', serial='S 1', asset_tag='T 1')
        asset = create_asset(device_type=device.device_type, device=device)

        self.assertEqual((asset.serial, asset.asset_tag), ('S 1', 'T 1'))
        self.assertIdentity(device, 'S 1', 'T 1')

    def test_rest_of_the_hardware(self):
        asset = create_complete_asset()
        stale = self.reload(asset)
        self.assertTrue(stale.device.name)
        Device.objects.filter(pk=asset.device.pk).update(name='Renamed')
        stale.serial = 'S 3'
        stale.save()
        self.assertEqual(self.reload(asset.device).name, 'Renamed')

    def test_tag_of_other_hardware(self):
        create('dcim.device', asset_tag='T 1')
        asset = create_complete_asset()
        asset.asset_tag = 'T 1'
        with self.assertRaisesMessage(ValidationError, 'There is another device with the asset tag T 1.'):
            asset.full_clean()

    def test_tag_of_another_asset(self):
        create_asset(asset_tag='T 1')
        device = create('dcim.device', asset_tag='T 1')
        asset = create_asset(device_type=device.device_type)
        self.add_permissions('dcim.view_device', 'netbox_kit_inventory.change_asset')

        url = reverse('plugins:netbox_kit_inventory:asset_assign', args=(asset.pk,))
        response = self.client.post(url, {'device': device.pk})
        self.assertContains(response, 'There is another asset with the asset tag T 1.')

    def test_change_log(self):
        asset = create_complete_asset()
        with tracking(self.user):
            asset.serial = 'S 4'
            asset.snapshot()
            asset.save()
        change = ObjectChange.objects.get(changed_object_type__model='device')
        self.assertEqual(change.postchange_data['serial'], 'S 4')
        self.assertTrue(change.prechange_data['serial'].startswith('Serial number'))

    def test_change_of_the_hardware(self):
        for kind in KindChoices.values():
            hardware = create_complete_asset(kind).hardware
            for name, value in (('serial', 'S 5'), ('asset_tag', 'T 5'), ('serial', ''), ('asset_tag', None)):
                with self.subTest(kind, name=name, value=value):
                    changed = self.reload(hardware)
                    setattr(changed, name, value)
                    message = f'of this {changed._meta.verbose_name} is that of its asset'
                    with self.assertRaisesMessage(AbortRequest, message):
                        changed.save()

    def test_change_of_the_type(self):
        device = create_complete_asset().device
        device.device_type = create('dcim.devicetype')
        with self.assertRaises(AbortRequest):
            device.save()

    def test_other_changes_of_the_hardware(self):
        device = self.reload(create_complete_asset().device)
        device.name = 'Renamed'
        device.save()

    def test_hardware_without_asset(self):
        device = create('dcim.device', serial='S 1')
        device.serial = 'S 2'
        device.save()

    def test_hardware_that_differs_from_before(self):
        with plugin_settings(sync_hardware=False):
            asset = create_complete_asset()
        device = self.reload(asset.device)
        self.assertNotEqual(device.serial, asset.serial)

        device.name = 'Renamed'
        device.save()
        device.serial = asset.serial
        device.save()

    @plugin_settings(sync_hardware=False)
    def test_setting_is_off(self):
        asset = create_complete_asset()
        self.assertIdentity(asset.device, '', None)
        asset.device.serial = 'S 6'
        asset.device.save()
        asset.assign(None)
        asset.save()
        self.assertEqual(Device.objects.get().serial, 'S 6')


@SYNC
class SyncAPITestCase(APITestCase):
    def test_refusal(self):
        device = create_complete_asset().device
        self.add_permissions('dcim.view_device', 'dcim.change_device')
        url = f'/api/dcim/devices/{device.pk}/'

        response = self.client.patch(url, {'serial': 'S 7'}, format='json', **self.header)
        self.assertContains(response, 'The serial number of this device is that of its asset', status_code=400)
        response = self.client.patch(url, {'name': 'Renamed'}, format='json', **self.header)
        self.assertHttpStatus(response, 200)
