from datetime import timedelta

from django.utils import timezone
from netbox_plugin_kit.testing import APITestCase, TestCase

from ..choices import WarrantyChoices
from ..filtersets import AssetFilterSet
from ..models import Asset
from ..warranty import get_warranty
from .factories import create_asset
from .utils import plugin_settings

# Days from now, and what that amounts to: a warranty lasts until the end of its last day.
DAYS = (
    (-1, WarrantyChoices.EXPIRED),
    (0, WarrantyChoices.EXPIRING),
    (90, WarrantyChoices.EXPIRING),
    (91, WarrantyChoices.VALID),
    (None, WarrantyChoices.UNKNOWN),
)


def in_days(days):
    return None if days is None else timezone.localdate() + timedelta(days=days)


class WarrantyTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        for days, _ in DAYS:
            create_asset(warranty_end=in_days(days))

    def test_one_asset(self):
        for days, warranty in DAYS:
            self.assertEqual(get_warranty(in_days(days)), warranty, days)

    def test_many_assets_are_judged_as_one_is(self):
        for choice in WarrantyChoices.values():
            found = AssetFilterSet({'warranty': [choice]}, Asset.objects.all()).qs
            self.assertEqual({asset.warranty for asset in found}, {choice})
            self.assertEqual(len(found), sum(warranty == choice for _, warranty in DAYS))

    def test_several_choices(self):
        params = {'warranty': [WarrantyChoices.EXPIRED, WarrantyChoices.UNKNOWN]}
        self.assertEqual(AssetFilterSet(params, Asset.objects.all()).qs.count(), 2)

    @plugin_settings(warranty_warning_days=91)
    def test_warning_days(self):
        self.assertEqual(get_warranty(in_days(91)), WarrantyChoices.EXPIRING)
        self.assertEqual(AssetFilterSet({'warranty': ['expiring']}, Asset.objects.all()).qs.count(), 3)

    def test_page(self):
        asset = Asset.objects.get(warranty_end=in_days(-1))
        self.add_permissions('netbox_kit_inventory.view_asset')
        self.assertContains(self.client.get(asset.get_absolute_url()), f'>{in_days(-1)}<')
        response = self.client.get('/plugins/kit-inventory/assets/?warranty=expired')
        self.assertContains(response, '>Expired</span>')
        self.assertContains(response, asset.get_absolute_url())
        self.assertNotContains(response, Asset.objects.get(warranty_end=None).get_absolute_url() + '"')


class WarrantyAPITestCase(APITestCase):
    @classmethod
    def setUpTestData(cls):
        for days, _ in DAYS:
            create_asset(warranty_end=in_days(days))

    def setUp(self):
        super().setUp()
        self.add_permissions('netbox_kit_inventory.view_asset')

    def test_rest(self):
        response = self.client.get('/api/plugins/kit-inventory/assets/?warranty=expiring', **self.header)
        self.assertEqual(response.data['count'], 2)
        self.assertEqual({asset['warranty']['label'] for asset in response.data['results']}, {'Expiring'})

    def test_graphql(self):
        query = '{ asset_list(filters: {assigned: false}) { kind warranty } }'
        response = self.client.post('/graphql/', {'query': query}, format='json', **self.header)
        found = response.json()['data']['asset_list']
        self.assertEqual(sorted(each['warranty'] for each in found), sorted(warranty for _, warranty in DAYS))
        self.assertEqual({each['kind'] for each in found}, {'device'})

        query = '{ asset_list(filters: {assigned: true}) { id } }'
        response = self.client.post('/graphql/', {'query': query}, format='json', **self.header)
        self.assertEqual(response.json()['data']['asset_list'], [])
