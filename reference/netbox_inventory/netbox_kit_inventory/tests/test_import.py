from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create

from ..models import Asset
from .factories import create_asset, create_complete_asset, create_delivery, create_hardware, create_purchase


class ImportTestCase(TestCase):
    def setUp(self):
        super().setUp()
        self.add_permissions(
            *(f'netbox_kit_inventory.{action}_asset' for action in ('view', 'add', 'change')),
            *(f'netbox_kit_inventory.view_{model}' for model in ('itemtype', 'supplier', 'purchase', 'delivery')),
            *(f'dcim.view_{model}' for model in ('manufacturer', 'devicetype', 'device', 'location')),
        )

    def send(self, *lines):
        url = reverse('plugins:netbox_kit_inventory:asset_bulk_import')
        data = {'data': '\n'.join(lines), 'format': 'csv', 'csv_delimiter': 'auto'}
        return self.client.post(url, data)

    def test_stored_and_used(self):
        values = create_hardware()
        response = self.send(
            'serial,device_type,device',
            f'S 1,{values["device_type"].model},',
            f'S 2,{values["device_type"].model},{values["device"].name}',
        )
        self.assertHttpStatus(response, 302)
        self.assertEqual(Asset.objects.get(serial='S 1').status, 'stored')
        self.assertEqual(Asset.objects.get(serial='S 2').status, 'used')

    def test_status(self):
        model = create('dcim.devicetype').model
        self.assertHttpStatus(self.send('serial,status,device_type', f'S 1,,{model}', f'S 2,retired,{model}'), 302)
        self.assertEqual(Asset.objects.get(serial='S 1').status, 'stored')
        self.assertEqual(Asset.objects.get(serial='S 2').status, 'retired')
        self.assertContains(self.send('status,device_type', f'used,{model}'), 'Assign it to have it used.')

    def test_types_of_the_same_name(self):
        types = [create('dcim.devicetype', model='Twin') for _ in range(2)]
        self.assertHttpStatus(self.send('device_type', 'Twin'), 200)
        self.assertHttpStatus(self.send('manufacturer,device_type', f'{types[1].manufacturer},Twin'), 302)
        self.assertEqual(Asset.objects.get().device_type, types[1])

    def test_purchases_and_deliveries_of_the_same_name(self):
        purchases = [create_purchase(name='1') for _ in range(2)]
        deliveries = [create_delivery(name='1', purchase=purchase) for purchase in purchases]
        model = create('dcim.devicetype').model
        # A purchase's ID is unique, and NetBox lets one say what a column has.
        line = f'{purchases[1].supplier},{purchases[1].pk},1,{model}'
        self.assertHttpStatus(self.send('supplier,purchase.id,delivery,device_type', line), 302)
        self.assertEqual(Asset.objects.get().delivery, deliveries[1])

    def test_update_of_some_columns(self):
        asset = create_complete_asset()
        self.assertHttpStatus(self.send('id,name', f'{asset.pk},Renamed'), 302)
        self.assertEqual(Asset.objects.get().name, 'Renamed')
        self.assertEqual(Asset.objects.get().device, asset.device)

    def test_update_that_breaks_a_rule(self):
        asset = create_complete_asset()
        for header, value, message in (
            ('warranty_end', '2020-01-01', 'A warranty does not end before it starts.'),
            ('device_type', '', 'An asset is of one type'),
            ('status', 'retired', 'Free or store it before.'),
        ):
            with self.subTest(header):
                self.assertContains(self.send(f'id,{header}', f'{asset.pk},{value}'), message)

    def test_freeing(self):
        asset = create_complete_asset()
        self.assertHttpStatus(self.send('id,device', f'{asset.pk},'), 302)
        self.assertEqual(Asset.objects.get().status, 'stored')


class BulkEditTestCase(TestCase):
    def edit(self, assets, **values):
        self.add_permissions('netbox_kit_inventory.view_asset', 'netbox_kit_inventory.change_asset')
        data = {'pk': [asset.pk for asset in assets], '_apply': True, **values}
        return self.client.post(reverse('plugins:netbox_kit_inventory:asset_bulk_edit'), data)

    def test_retiring(self):
        assets = [create_asset() for _ in range(3)]
        self.assertHttpStatus(self.edit(assets, status='retired'), 302)
        self.assertEqual(Asset.objects.filter(status='retired').count(), 3)

    def test_retiring_one_that_is_used(self):
        response = self.edit([create_asset(), create_complete_asset()], status='retired')
        self.assertContains(response, 'Free or store it before.')
        self.assertFalse(Asset.objects.filter(status='retired').exists())
