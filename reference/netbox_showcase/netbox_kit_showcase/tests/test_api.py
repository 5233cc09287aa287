from decimal import Decimal

from netbox_plugin_kit.testing import APIViewTestCases, create

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan
from .factories import create_exhibit, create_exhibit_kind, create_hall, create_label, create_loan


class ExhibitKindTestCase(APIViewTestCases.APIViewTestCase):
    model = ExhibitKind
    brief_fields = ['description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_exhibit_kind()

        cls.create_data = [
            {
                'name': 'Exhibit kind A',
                'slug': 'exhibit-kind-a',
                'description': 'Description A',
                'comments': 'Comments A',
                'color': 'Colo A',
            },
            {
                'name': 'Exhibit kind B',
                'slug': 'exhibit-kind-b',
                'description': 'Description B',
                'comments': 'Comments B',
                'color': 'Colo B',
            },
            {
                'name': 'Exhibit kind C',
                'slug': 'exhibit-kind-c',
                'description': 'Description C',
                'comments': 'Comments C',
                'color': 'Colo C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'color': 'Colo D',
        }


class HallTestCase(APIViewTestCases.APIViewTestCase):
    model = Hall
    brief_fields = ['_depth', 'description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_hall()

        cls.create_data = [
            {
                'name': 'Hall A',
                'slug': 'hall-a',
                'description': 'Description A',
                'comments': 'Comments A',
                'capacity': 1,
            },
            {
                'name': 'Hall B',
                'slug': 'hall-b',
                'description': 'Description B',
                'comments': 'Comments B',
                'capacity': 2,
            },
            {
                'name': 'Hall C',
                'slug': 'hall-c',
                'description': 'Description C',
                'comments': 'Comments C',
                'capacity': 3,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'capacity': 4,
        }


class ExhibitTestCase(APIViewTestCases.APIViewTestCase):
    model = Exhibit
    brief_fields = ['description', 'display', 'id', 'name', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['opens', 'closes']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_exhibit()
        kind = create_exhibit_kind()
        hall = create_hall()
        site = create('dcim.site')
        devices = [create('dcim.device') for _ in range(2)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Exhibit A',
                'kind': kind.pk,
                'hall': hall.pk,
                'site': site.pk,
                'devices': [device.pk for device in devices],
                'status': ExhibitStatusChoices.STATUS_SHOWN,
                'opens': '2030-01-01',
                'closes': '2030-02-01',
                'price': Decimal('1.00'),
                'insured': True,
                'website': 'https://example.org/a',
                'address': '192.0.2.1/24',
                'facts': {'key': 'A'},
                'story': 'Story A',
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Exhibit B',
                'kind': kind.pk,
                'hall': hall.pk,
                'site': site.pk,
                'devices': [device.pk for device in devices],
                'status': ExhibitStatusChoices.STATUS_STORED,
                'opens': '2030-01-02',
                'closes': '2030-02-02',
                'price': Decimal('2.00'),
                'insured': True,
                'website': 'https://example.org/b',
                'address': '192.0.2.2/24',
                'facts': {'key': 'B'},
                'story': 'Story B',
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Exhibit C',
                'kind': kind.pk,
                'hall': hall.pk,
                'site': site.pk,
                'devices': [device.pk for device in devices],
                'status': ExhibitStatusChoices.STATUS_SHOWN,
                'opens': '2030-01-03',
                'closes': '2030-02-03',
                'price': Decimal('3.00'),
                'insured': True,
                'website': 'https://example.org/c',
                'address': '192.0.2.3/24',
                'facts': {'key': 'C'},
                'story': 'Story C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'kind': kind.pk,
            'site': site.pk,
            'devices': [device.pk for device in devices],
            'status': ExhibitStatusChoices.STATUS_STORED,
            'price': Decimal('4.00'),
            'insured': True,
            'website': 'https://example.org/d',
            'address': '192.0.2.4/24',
            'facts': {'key': 'D'},
            'story': 'Story D',
        }


class LoanTestCase(APIViewTestCases.APIViewTestCase):
    model = Loan
    user_permissions = ['netbox_kit_showcase.view_exhibit']
    brief_fields = ['display', 'id', 'url']
    # Sent as text, kept as dates.
    validation_excluded_fields = ['returned']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_loan()
        exhibits = [create_exhibit() for _ in range(3)]
        lender = create('tenancy.tenant')

        cls.create_data = [
            {
                'exhibit': exhibits[0].pk,
                'lender': lender.pk,
                'returned': '2030-01-01T12:00:00Z',
            },
            {
                'exhibit': exhibits[1].pk,
                'lender': lender.pk,
                'returned': '2030-01-02T12:00:00Z',
            },
            {
                'exhibit': exhibits[2].pk,
                'lender': lender.pk,
                'returned': '2030-01-03T12:00:00Z',
            },
        ]

        cls.bulk_update_data = {
            'lender': lender.pk,
        }


class LabelTestCase(APIViewTestCases.APIViewTestCase):
    model = Label
    brief_fields = ['display', 'id', 'text', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_label()
        subject_objects = [create_exhibit() for _ in range(3)]

        cls.create_data = [
            {
                'subject_type': 'netbox_kit_showcase.exhibit',
                'subject_id': subject_objects[0].pk,
                'text': 'Text A',
            },
            {
                'subject_type': 'netbox_kit_showcase.exhibit',
                'subject_id': subject_objects[1].pk,
                'text': 'Text B',
            },
            {
                'subject_type': 'netbox_kit_showcase.exhibit',
                'subject_id': subject_objects[2].pk,
                'text': 'Text C',
            },
        ]

        cls.bulk_update_data = {
            'text': 'Text D',
        }
