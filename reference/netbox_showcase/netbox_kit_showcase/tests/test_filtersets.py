from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from netaddr import IPNetwork
from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..choices import ExhibitStatusChoices
from ..filtersets import ExhibitFilterSet, ExhibitKindFilterSet, HallFilterSet, LabelFilterSet, LoanFilterSet
from ..models import Hall
from .factories import create_exhibit, create_exhibit_kind, create_hall, create_label, create_loan


class ExhibitKindFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ExhibitKindFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.exhibit_kinds = (
            create_exhibit_kind(
                name='Exhibit kind A',
                slug='exhibit-kind-a',
                description='Description A',
                comments='Comments A',
                color='Colo A',
            ),
            create_exhibit_kind(
                name='Exhibit kind B',
                slug='exhibit-kind-b',
                description='Description B',
                comments='Comments B',
                color='Colo B',
            ),
            create_exhibit_kind(
                name='Exhibit kind C',
                slug='exhibit-kind-c',
                description='Description C',
                comments='Comments C',
                color='Colo C',
            ),
        )

    def test_q(self):
        params = {'q': 'EXHIBIT KIND A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.exhibit_kinds[0])

    def test_name(self):
        params = {'name': ['Exhibit kind A', 'Exhibit kind B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['exhibit-kind-a', 'exhibit-kind-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_color(self):
        params = {'color': ['Colo A', 'Colo B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class HallFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = HallFilterSet
    ignore_fields = ['level', 'lft', 'rght', 'tree_id']

    @classmethod
    def setUpTestData(cls):
        cls.halls = (
            create_hall(
                name='Hall A',
                slug='hall-a',
                description='Description A',
                comments='Comments A',
                capacity=1,
            ),
            create_hall(
                name='Hall B',
                slug='hall-b',
                description='Description B',
                comments='Comments B',
                capacity=2,
            ),
            create_hall(
                name='Hall C',
                slug='hall-c',
                description='Description C',
                comments='Comments C',
                capacity=3,
            ),
        )
        # What these lead to needed more of the same kind.
        cls.queryset = Hall.objects.filter(pk__in=[hall.pk for hall in cls.halls])

    def test_q(self):
        params = {'q': 'HALL A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.halls[0])

    def test_name(self):
        params = {'name': ['Hall A', 'Hall B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['hall-a', 'hall-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_capacity(self):
        params = {'capacity': [1, 2]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class ExhibitFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = ExhibitFilterSet
    ignore_fields = ['facts']

    @classmethod
    def setUpTestData(cls):
        cls.exhibits = (
            create_exhibit(
                description='Description A',
                comments='Comments A',
                name='Exhibit A',
                kind=create_exhibit_kind(),
                hall=create_hall(),
                site=create('dcim.site'),
                devices=[create('dcim.device')],
                status=ExhibitStatusChoices.STATUS_SHOWN,
                opens=date(2030, 1, 1),
                closes=date(2030, 2, 1),
                price=Decimal('1.00'),
                insured=True,
                website='https://example.org/a',
                address=IPNetwork('192.0.2.1/24'),
                facts='{"key": "A"}',
                story='Story A',
            ),
            create_exhibit(
                description='Description B',
                comments='Comments B',
                name='Exhibit B',
                kind=create_exhibit_kind(),
                hall=create_hall(),
                site=create('dcim.site'),
                devices=[create('dcim.device')],
                status=ExhibitStatusChoices.STATUS_STORED,
                opens=date(2030, 1, 2),
                closes=date(2030, 2, 2),
                price=Decimal('2.00'),
                insured=True,
                website='https://example.org/b',
                address=IPNetwork('192.0.2.2/24'),
                facts='{"key": "B"}',
                story='Story B',
            ),
            create_exhibit(
                description='Description C',
                comments='Comments C',
                name='Exhibit C',
                kind=create_exhibit_kind(),
                hall=create_hall(),
                site=create('dcim.site'),
                devices=[create('dcim.device')],
                status=ExhibitStatusChoices.STATUS_SHOWN,
                opens=date(2030, 1, 3),
                closes=date(2030, 2, 3),
                price=Decimal('3.00'),
                insured=True,
                website='https://example.org/c',
                address=IPNetwork('192.0.2.3/24'),
                facts='{"key": "C"}',
                story='Story C',
            ),
        )

    def test_q(self):
        params = {'q': 'EXHIBIT A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.exhibits[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Exhibit A', 'Exhibit B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_kind(self):
        params = {'kind_id': [self.exhibits[0].kind.pk, self.exhibits[1].kind.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_hall(self):
        params = {'hall_id': [self.exhibits[0].hall.pk, self.exhibits[1].hall.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_site(self):
        params = {'site_id': [self.exhibits[0].site.pk, self.exhibits[1].site.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_devices(self):
        params = {'device_id': [self.exhibits[0].devices.get().pk, self.exhibits[1].devices.get().pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_status(self):
        params = {'status': [ExhibitStatusChoices.STATUS_SHOWN, ExhibitStatusChoices.STATUS_STORED]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_opens(self):
        params = {'opens': ['2030-01-01', '2030-01-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_closes(self):
        params = {'closes': ['2030-02-01', '2030-02-02']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_price(self):
        params = {'price': ['1.00', '2.00']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_insured(self):
        params = {'insured': True}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 3)

    def test_website(self):
        params = {'website': ['https://example.org/a', 'https://example.org/b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_address(self):
        params = {'address': ['192.0.2.1/24', '192.0.2.2/24']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_story(self):
        params = {'story': 'Story A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)


class LoanFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = LoanFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.loans = (
            create_loan(
                exhibit=create_exhibit(),
                lender=create('tenancy.tenant'),
                returned=datetime(2030, 1, 1, 12, 0, tzinfo=ZoneInfo('UTC')),
            ),
            create_loan(
                exhibit=create_exhibit(),
                lender=create('tenancy.tenant'),
                returned=datetime(2030, 1, 2, 12, 0, tzinfo=ZoneInfo('UTC')),
            ),
            create_loan(
                exhibit=create_exhibit(),
                lender=create('tenancy.tenant'),
                returned=datetime(2030, 1, 3, 12, 0, tzinfo=ZoneInfo('UTC')),
            ),
        )

    def test_exhibit(self):
        params = {'exhibit_id': [self.loans[0].exhibit.pk, self.loans[1].exhibit.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_lender(self):
        params = {'lender_id': [self.loans[0].lender.pk, self.loans[1].lender.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_returned(self):
        params = {'returned': ['2030-01-01T12:00:00Z', '2030-01-02T12:00:00Z']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class LabelFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = LabelFilterSet

    @classmethod
    def setUpTestData(cls):
        cls.labels = (
            create_label(
                subject=create_exhibit(),
                text='Text A',
            ),
            create_label(
                subject=create('dcim.rack'),
                text='Text B',
            ),
            create_label(
                subject=create('dcim.rack'),
                text='Text C',
            ),
        )

    def test_q(self):
        params = {'q': 'TEXT A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.labels[0])

    def test_subject_type(self):
        params = {'subject_type': 'netbox_kit_showcase.exhibit'}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)

    def test_text(self):
        params = {'text': ['Text A', 'Text B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)
