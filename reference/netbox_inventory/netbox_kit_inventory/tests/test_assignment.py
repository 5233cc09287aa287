from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create
from users.models import ObjectPermission

from ..choices import AssetStatusChoices, KindChoices
from ..forms import AssetAssignForm, AssetFreeForm
from ..hardware import HARDWARE_FIELDS, get_kind
from ..models import Asset
from .factories import create_asset, create_complete_asset, create_hardware


class AssetAssignTestCase(TestCase):
    """
    From the page of an asset.
    """

    def setUp(self):
        super().setUp()
        self.add_permissions(
            'netbox_kit_inventory.view_asset',
            'netbox_kit_inventory.change_asset',
            *(f'dcim.view_{model}' for model in ('device', 'module', 'inventoryitem', 'rack', 'location')),
        )

    def url(self, asset, action):
        return reverse(f'plugins:netbox_kit_inventory:asset_{action}', args=(asset.pk,))

    def test_assign_and_free(self):
        for kind in KindChoices.values():
            with self.subTest(kind):
                names = get_kind(kind)
                values = create_hardware(kind)
                asset = create_asset(**{names.type_field: values[names.type_field]})

                self.assertContains(self.client.get(self.url(asset, 'assign')), f'id_{names.field}')
                data = {names.field: values[names.field].pk}
                self.assertRedirects(self.client.post(self.url(asset, 'assign'), data), asset.get_absolute_url())
                asset = Asset.objects.get(pk=asset.pk)
                self.assertEqual(asset.hardware, values[names.field])
                self.assertEqual(asset.status, AssetStatusChoices.STATUS_USED)

                location = create('dcim.location')
                self.assertHttpStatus(self.client.get(self.url(asset, 'free')), 200)
                self.assertTrue(Asset.objects.get(pk=asset.pk).is_assigned)
                data = {'status': AssetStatusChoices.STATUS_RETIRED, 'storage_location': location.pk}
                self.assertRedirects(self.client.post(self.url(asset, 'free'), data), asset.get_absolute_url())
                asset = Asset.objects.get(pk=asset.pk)
                self.assertIsNone(asset.hardware)
                self.assertEqual(asset.status, AssetStatusChoices.STATUS_RETIRED)
                self.assertEqual(asset.storage_location, location)

    def test_buttons(self):
        stored, used = create_asset(), create_complete_asset()
        response = self.client.get(stored.get_absolute_url())
        self.assertContains(response, self.url(stored, 'assign'))
        self.assertNotContains(response, self.url(stored, 'free'))
        self.assertContains(self.client.get(used.get_absolute_url()), self.url(used, 'free'))

    def test_refusal(self):
        asset = create_asset()
        response = self.client.post(self.url(asset, 'assign'), {'device': create('dcim.device').pk})
        self.assertContains(response, 'and this asset of the type')
        self.assertFalse(Asset.objects.get(pk=asset.pk).is_assigned)

    def test_retired(self):
        device = create('dcim.device')
        asset = create_asset(device_type=device.device_type, status=AssetStatusChoices.STATUS_RETIRED)
        response = self.client.post(self.url(asset, 'assign'), {'device': device.pk})
        self.assertContains(response, 'Free or store it before.')

    def test_device_that_may_not_be_viewed(self):
        asset = create_asset()
        device = create('dcim.device', device_type=asset.device_type)
        for permission in self.user.object_permissions.filter(object_types__model='device'):
            permission.delete()
        self.client.post(self.url(asset, 'assign'), {'device': device.pk})
        self.assertFalse(Asset.objects.get(pk=asset.pk).is_assigned)

    def test_forms(self):
        form = AssetAssignForm(instance=create_asset())
        self.assertEqual([field for field in HARDWARE_FIELDS if field in form.fields], ['device'])
        form = AssetFreeForm(instance=create_complete_asset())
        self.assertEqual([value for value, _ in form.fields['status'].choices], ['stored', 'retired'])
        self.assertEqual(form.initial['status'], 'stored')


class HardwareAssignTestCase(TestCase):
    """
    From the page of a device.
    """

    @classmethod
    def setUpTestData(cls):
        cls.device = create('dcim.device')
        cls.asset = create_asset(device_type=cls.device.device_type)
        cls.url = reverse('plugins:netbox_kit_inventory:hardware_assign', args=('device', cls.device.pk))

    def assign(self, asset=None):
        return self.client.post(self.url, {'asset': (asset or self.asset).pk})

    def assertAssigned(self, device):
        self.assertEqual(Asset.objects.get(pk=self.asset.pk).device, device)

    def test_permissions(self):
        for permission, status in (
            (None, 403),
            ('netbox_kit_inventory.view_asset', 403),
            ('netbox_kit_inventory.change_asset', 404),
            ('dcim.view_device', 200),
        ):
            if permission:
                self.add_permissions(permission)
            with self.subTest(permission):
                self.assertHttpStatus(self.client.get(self.url), status)
                if status != 200:
                    self.assertHttpStatus(self.assign(), status)
                    self.assertAssigned(None)

    def test_assign(self):
        self.add_permissions('netbox_kit_inventory.change_asset', 'dcim.view_device')
        self.assertRedirects(self.assign(), self.device.get_absolute_url())
        self.assertAssigned(self.device)

    def test_every_kind(self):
        self.add_permissions(
            'netbox_kit_inventory.change_asset',
            *(f'dcim.view_{model}' for model in ('device', 'module', 'inventoryitem', 'rack')),
        )
        for kind in KindChoices.values():
            names, values = get_kind(kind), create_hardware(kind)
            asset = create_asset(**{names.type_field: values[names.type_field]})
            url = reverse('plugins:netbox_kit_inventory:hardware_assign', args=(kind, values[names.field].pk))
            self.assertHttpStatus(self.client.get(url), 200)
            self.assertHttpStatus(self.client.post(url, {'asset': asset.pk}), 302)
            self.assertEqual(Asset.objects.get(pk=asset.pk).hardware, values[names.field])

    def test_unknown_kind(self):
        self.add_permissions('netbox_kit_inventory.change_asset')
        url = reverse('plugins:netbox_kit_inventory:hardware_assign', args=('cable', 1))
        self.assertHttpStatus(self.client.get(url), 404)

    def test_asset_of_another_type(self):
        self.add_permissions('netbox_kit_inventory.change_asset', 'dcim.view_device')
        self.assertContains(self.assign(create_asset()), 'and this asset of the type')

    def test_asset_that_is_assigned(self):
        other = create_complete_asset()
        self.add_permissions('netbox_kit_inventory.change_asset', 'dcim.view_device')
        self.assertContains(self.assign(other), 'Select a valid choice')

    def test_device_that_has_an_asset(self):
        create_asset(device_type=self.device.device_type, device=self.device)
        self.add_permissions('netbox_kit_inventory.change_asset', 'dcim.view_device')
        self.assertContains(self.assign(), 'Asset with this Device already exists.')

    def test_constrained_permission(self):
        self.add_permissions('dcim.view_device')
        for constraints in ({'status': 'stored'}, {'name': 'Another'}):
            permission = ObjectPermission.objects.create(name='Some', actions=['change'], constraints=constraints)
            permission.users.add(self.user)
            permission.object_types.add(*permission.object_types.model.objects.filter(model='asset'))
            with self.subTest(constraints):
                self.assertHttpStatus(self.assign(), 200)
                self.assertAssigned(None)
            permission.delete()
