from django.core.exceptions import ValidationError
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..choices import AssetStatusChoices
from ..models import Asset
from .factories import create_asset, create_complete_asset, create_hardware
from .utils import plugin_settings

STORED, USED, RETIRED = AssetStatusChoices.values()


class LifeCycleTestCase(TestCase):
    """
    The status of an asset follows from what it is assigned to.
    """

    @classmethod
    def setUpTestData(cls):
        cls.device = create('dcim.device')

    def validated(self, asset, **values):
        """
        Return an asset as a form saves it.
        """
        for name, value in values.items():
            setattr(asset, name, value)
        asset.full_clean()
        asset.save()
        return Asset.objects.get(pk=asset.pk)

    def create(self, **values):
        return self.validated(Asset(device_type=self.device.device_type), **values)

    def test_new(self):
        self.assertEqual(self.create().status, STORED)
        self.assertEqual(self.create(device=self.device).status, USED)

    def test_assigning_and_freeing(self):
        asset = self.validated(self.create(), device=self.device)
        self.assertEqual(asset.status, USED)
        asset = self.validated(asset, device=None)
        self.assertEqual(asset.status, STORED)

    def test_freeing_with_a_status(self):
        asset = self.create(device=self.device)
        self.assertEqual(self.validated(asset, device=None, status=RETIRED).status, RETIRED)

    def test_other_changes(self):
        for asset in (self.create(status=RETIRED), self.create(device=self.device)):
            self.assertEqual(self.validated(asset, name='Something else').status, asset.status)

    def test_statuses_that_do_not_fit_are_refused(self):
        for values in ({'status': USED}, {'status': RETIRED, 'device': self.device}):
            with self.subTest('new', **values), self.assertRaises(ValidationError):
                self.create(**values)
        used = self.create(device=self.device)
        for asset, status in ((used, RETIRED), (used, STORED), (self.create(), USED)):
            with self.subTest(asset=asset.pk, status=status), self.assertRaises(ValidationError):
                self.validated(asset, status=status)

    def test_retired_assets_are_not_assigned(self):
        message = 'An asset that is assigned has one of these statuses: Used. Free or store it before.'
        with self.assertRaisesMessage(ValidationError, message):
            self.validated(self.create(status=RETIRED), device=self.device)

    def test_saving_without_validation(self):
        self.assertEqual(create_asset(status=RETIRED, **create_hardware()).status, USED)
        self.assertEqual(create_asset(status=USED).status, STORED)

    @plugin_settings(free_statuses=['retired', 'stored'])
    def test_first_of_the_configured_statuses(self):
        self.assertEqual(self.create().status, STORED)
        asset = self.create(device=self.device)
        self.assertEqual(self.validated(asset, device=None).status, RETIRED)


class LifeCycleAPITestCase(APITestCase):
    URL = '/api/plugins/kit-inventory/assets/'

    def test_assigning_and_freeing(self):
        device = create('dcim.device')
        self.add_permissions(
            'dcim.view_device',
            'dcim.view_devicetype',
            *(f'netbox_kit_inventory.{action}_asset' for action in ('view', 'add', 'change')),
        )
        data = {'device_type': device.device_type.pk, 'device': device.pk}
        response = self.client.post(self.URL, data, format='json', **self.header)
        self.assertHttpStatus(response, 201)
        self.assertEqual(response.data['status']['value'], USED)
        self.assertEqual(response.data['kind']['value'], 'device')

        url = f'{self.URL}{response.data["id"]}/'
        response = self.client.patch(url, {'status': RETIRED}, format='json', **self.header)
        self.assertHttpStatus(response, 400)
        response = self.client.patch(url, {'device': None}, format='json', **self.header)
        self.assertEqual(response.data['status']['value'], STORED)
        response = self.client.patch(url, {'device': device.pk}, format='json', **self.header)
        self.assertEqual(response.data['status']['value'], USED)

    def test_device_that_has_an_asset(self):
        asset = create_complete_asset()
        self.add_permissions('dcim.view_device', 'dcim.view_devicetype', 'netbox_kit_inventory.add_asset')
        data = {'device_type': asset.device_type.pk, 'device': asset.device.pk}
        self.assertHttpStatus(self.client.post(self.URL, data, format='json', **self.header), 400)
