from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create
from users.models import ObjectPermission

from ..choices import KindChoices
from ..template_content import COUNTED, AssetCard, CountsCard, make_extension, template_extensions
from .factories import create_asset, create_complete_asset, create_hardware


class AssetCardTestCase(TestCase):
    def setUp(self):
        super().setUp()
        self.add_permissions(*(f'dcim.view_{model}' for model in ('device', 'module', 'inventoryitem', 'rack')))

    def page(self, instance):
        return self.client.get(instance.get_absolute_url())

    def test_every_kind(self):
        assets = [create_complete_asset(kind) for kind in KindChoices.values()]
        for asset in assets:
            self.assertNotContains(self.page(asset.hardware), asset.get_absolute_url())
        self.add_permissions('netbox_kit_inventory.view_asset')
        for asset in assets:
            self.assertContains(self.page(asset.hardware), asset.get_absolute_url())

    def test_asset_that_may_not_be_viewed(self):
        asset, other = create_complete_asset(), create_complete_asset()
        permission = ObjectPermission.objects.create(name='One', actions=['view'], constraints={'pk': other.pk})
        permission.users.add(self.user)
        permission.object_types.add(*permission.object_types.model.objects.filter(model='asset'))
        self.add_permissions('netbox_kit_inventory.change_asset', 'netbox_kit_inventory.add_asset')

        response = self.page(asset.device)
        self.assertNotContains(response, asset.get_absolute_url())
        self.assertNotContains(response, 'Assign Asset')
        self.assertContains(self.page(other.device), other.get_absolute_url())

    def test_free(self):
        asset = create_complete_asset()
        url = reverse('plugins:netbox_kit_inventory:asset_free', args=(asset.pk,))
        self.add_permissions('netbox_kit_inventory.view_asset')
        self.assertNotContains(self.page(asset.device), url)
        self.add_permissions('netbox_kit_inventory.change_asset')
        self.assertContains(self.page(asset.device), f'{url}?return_url=')

    def test_assign_and_add(self):
        device = create('dcim.device', serial='S 1', asset_tag='T 1')
        self.add_permissions('netbox_kit_inventory.view_asset')
        for permission, text in (('change', 'Assign Asset'), ('add', 'Add Asset')):
            self.assertNotContains(self.page(device), text)
            self.add_permissions(f'netbox_kit_inventory.{permission}_asset')
            self.assertContains(self.page(device), text)

        link = f'?device={device.pk}&amp;serial=S+1&amp;asset_tag=T+1'
        self.assertContains(self.page(device), link)

    def test_position(self):
        extension = make_extension(AssetCard, 'left_page')
        self.assertEqual(extension.models, ['dcim.device', 'dcim.module', 'dcim.inventoryitem', 'dcim.rack'])
        self.assertIn('left_page', vars(extension))
        self.assertNotIn('right_page', vars(extension))

    def test_default_configuration(self):
        self.assertEqual(
            [extension.models for extension in template_extensions], [list(AssetCard.shown_on), list(COUNTED)]
        )


class CountsCardTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.location = create('dcim.location')
        values = create_hardware()
        cls.tenant = create('tenancy.tenant')
        cls.used = create_asset(tenant=cls.tenant, **values)
        cls.stored = create_asset(tenant=cls.tenant, device_type=values['device_type'], storage_location=cls.location)
        create_complete_asset('module')

    def setUp(self):
        super().setUp()
        models = ('site', 'location', 'manufacturer', 'devicetype', 'moduletype', 'racktype')
        self.add_permissions(*(f'dcim.view_{model}' for model in models), 'tenancy.view_tenant')

    def assertCounts(self, instance, **counts):
        """
        The page of an object says how many assets there are of each status, and so does the list it leads to.
        """
        param = f'{COUNTED[instance._meta.label_lower]}={instance.pk}'
        response = self.client.get(instance.get_absolute_url())
        for status in ('stored', 'used', 'retired'):
            link = f'/plugins/kit-inventory/assets/?{param}&amp;status={status}'
            if status not in counts:
                self.assertNotContains(response, link)
                continue
            self.assertContains(response, f'<a href="{link}">{counts[status]}</a>', html=True)
            found = self.client.get(link.replace('&amp;', '&'), headers={'HX-Request': 'true'})
            self.assertEqual(found.context['table'].rows.__len__(), counts[status])

    def test_permission(self):
        self.assertNotContains(self.client.get(self.location.get_absolute_url()), '/plugins/kit-inventory/')
        self.add_permissions('netbox_kit_inventory.view_asset')
        self.assertContains(self.client.get(self.location.get_absolute_url()), '/plugins/kit-inventory/')

    def test_counts(self):
        self.add_permissions('netbox_kit_inventory.view_asset')
        for instance, counts in (
            (self.location, {'stored': 1}),
            (self.location.site, {'stored': 1}),
            (self.used.device.site, {'used': 1}),
            (self.used.device_type, {'stored': 1, 'used': 1}),
            (self.used.device_type.manufacturer, {'stored': 1, 'used': 1}),
            (self.tenant, {'stored': 1, 'used': 1}),
            (create('dcim.racktype'), {}),
        ):
            with self.subTest(instance._meta.label):
                self.assertCounts(instance, **counts)

    def test_constrained_permission(self):
        permission = ObjectPermission.objects.create(name='One', actions=['view'], constraints={'pk': self.used.pk})
        permission.users.add(self.user)
        permission.object_types.add(*permission.object_types.model.objects.filter(model='asset'))
        self.assertCounts(self.tenant, used=1)

    def test_position(self):
        self.assertEqual(make_extension(CountsCard, 'left_page').models, list(COUNTED))
