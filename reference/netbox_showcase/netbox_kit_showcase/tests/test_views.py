from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from django.contrib.contenttypes.models import ContentType
from netaddr import IPNetwork
from netbox_plugin_kit.testing import ModelViewTestCase, ViewTestCases, create, create_tags, disable_warnings

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan
from .factories import create_exhibit, create_exhibit_kind, create_hall, create_label, create_loan


class ExhibitKindTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = ExhibitKind

    @classmethod
    def setUpTestData(cls):
        exhibit_kinds = [create_exhibit_kind() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Exhibit kind A',
            'slug': 'exhibit-kind-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'color': 'Colo A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description,color',
            'Exhibit kind A,exhibit-kind-a,Description A,Colo A',
            'Exhibit kind B,exhibit-kind-b,Description B,Colo B',
            'Exhibit kind C,exhibit-kind-c,Description C,Colo C',
        )

        cls.csv_update_data = (
            'id,name',
            f'{exhibit_kinds[0].pk},Exhibit kind D',
            f'{exhibit_kinds[1].pk},Exhibit kind E',
            f'{exhibit_kinds[2].pk},Exhibit kind F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'color': 'Colo D',
            'comments': 'Comments D',
        }


class HallTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Hall

    @classmethod
    def setUpTestData(cls):
        halls = [create_hall() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Hall A',
            'slug': 'hall-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'capacity': 1,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description,capacity',
            'Hall A,hall-a,Description A,1',
            'Hall B,hall-b,Description B,2',
            'Hall C,hall-c,Description C,3',
        )

        cls.csv_update_data = (
            'id,description',
            f'{halls[0].pk},Description D',
            f'{halls[1].pk},Description E',
            f'{halls[2].pk},Description F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
            'capacity': 4,
        }


class ExhibitTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
    ViewTestCases.BulkRenameObjectsViewTestCase,
):
    model = Exhibit

    @classmethod
    def setUpTestData(cls):
        exhibits = [create_exhibit() for _ in range(3)]
        kind = create_exhibit_kind()
        hall = create_hall()
        site = create('dcim.site')
        devices = [create('dcim.device') for _ in range(2)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Exhibit A',
            'kind': kind.pk,
            'hall': hall.pk,
            'site': site.pk,
            'devices': [device.pk for device in devices],
            'status': ExhibitStatusChoices.STATUS_SHOWN,
            'opens': date(2030, 1, 1),
            'closes': date(2030, 2, 1),
            'price': Decimal('1.00'),
            'insured': True,
            'website': 'https://example.org/a',
            'address': IPNetwork('192.0.2.1/24'),
            'facts': '{"key": "A"}',
            'story': 'Story A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,kind,hall,site,devices,status,opens,closes,price,insured,website,address',
            f'Description A,Exhibit A,{kind.name},{hall.name},{site.name},"{devices[0].name},{devices[1].name}",shown,2030-01-01,2030-02-01,1.00,True,https://example.org/a,192.0.2.1/24',
            f'Description B,Exhibit B,{kind.name},{hall.name},{site.name},"{devices[0].name},{devices[1].name}",stored,2030-01-02,2030-02-02,2.00,True,https://example.org/b,192.0.2.2/24',
            f'Description C,Exhibit C,{kind.name},{hall.name},{site.name},"{devices[0].name},{devices[1].name}",shown,2030-01-03,2030-02-03,3.00,True,https://example.org/c,192.0.2.3/24',
        )

        cls.csv_update_data = (
            'id,name',
            f'{exhibits[0].pk},Exhibit D',
            f'{exhibits[1].pk},Exhibit E',
            f'{exhibits[2].pk},Exhibit F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'status': ExhibitStatusChoices.STATUS_STORED,
            'comments': 'Comments D',
            'kind': kind.pk,
            'site': site.pk,
            'price': Decimal('4.00'),
            'insured': True,
            'website': 'https://example.org/d',
            'story': 'Story D',
            'devices': [device.pk for device in devices],
            'facts': '{"key": "D"}',
        }


class ExhibitActionsTestCase(ModelViewTestCase):
    model = Exhibit

    def setUp(self):
        super().setUp()
        self.exhibit = create_exhibit()
        self.add_permissions('netbox_kit_showcase.view_exhibit')

    def test_show_without_permission(self):
        url = self._get_url('show', self.exhibit)

        self.assertNotContains(self.client.get(self.exhibit.get_absolute_url()), url)
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.get(url), 403)
            self.assertHttpStatus(self.client.post(url, {'confirm': True}), 403)

    def test_show(self):
        self.add_permissions('netbox_kit_showcase.show_exhibit')
        url = self._get_url('show', self.exhibit)

        self.assertContains(self.client.get(self.exhibit.get_absolute_url()), url)
        self.assertHttpStatus(self.client.get(url), 200)
        self.assertHttpStatus(self.client.post(url, {'confirm': True}), 302)
        self.exhibit.refresh_from_db()
        self.assertEqual(self.exhibit.status, ExhibitStatusChoices.STATUS_SHOWN)


class LoanTestCase(
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = Loan

    @classmethod
    def setUpTestData(cls):
        loans = [create_loan() for _ in range(3)]
        exhibits = [create_exhibit() for _ in range(3)]
        lender = create('tenancy.tenant')
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'exhibit': exhibits[0].pk,
            'lender': lender.pk,
            'returned': datetime(2030, 1, 1, 12, 0, tzinfo=ZoneInfo('UTC')),
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'exhibit,lender,returned',
            f'{exhibits[0].name},{lender.name},2030-01-01T12:00:00Z',
            f'{exhibits[1].name},{lender.name},2030-01-02T12:00:00Z',
            f'{exhibits[2].name},{lender.name},2030-01-03T12:00:00Z',
        )

        cls.csv_update_data = (
            'id,returned',
            f'{loans[0].pk},2030-01-04T12:00:00Z',
            f'{loans[1].pk},2030-01-05T12:00:00Z',
            f'{loans[2].pk},2030-01-06T12:00:00Z',
        )

        cls.bulk_edit_data = {
            'lender': lender.pk,
            'returned': datetime(2030, 1, 4, 12, 0, tzinfo=ZoneInfo('UTC')),
        }


class LabelTestCase(
    ViewTestCases.GetObjectViewTestCase,
    ViewTestCases.GetObjectChangelogViewTestCase,
    ViewTestCases.CreateObjectViewTestCase,
    ViewTestCases.EditObjectViewTestCase,
    ViewTestCases.DeleteObjectViewTestCase,
    ViewTestCases.ListObjectsViewTestCase,
    ViewTestCases.BulkImportObjectsViewTestCase,
    ViewTestCases.BulkDeleteObjectsViewTestCase,
):
    model = Label

    @classmethod
    def setUpTestData(cls):
        labels = [create_label() for _ in range(3)]
        subject_objects = [create_exhibit() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'subject_type': ContentType.objects.get_for_model(subject_objects[0]).pk,
            'subject': subject_objects[0].pk,
            'text': 'Text A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'subject_type,subject_id,text',
            f'netbox_kit_showcase.exhibit,{subject_objects[0].pk},Text A',
            f'netbox_kit_showcase.exhibit,{subject_objects[1].pk},Text B',
            f'netbox_kit_showcase.exhibit,{subject_objects[2].pk},Text C',
        )

        cls.csv_update_data = (
            'id,text',
            f'{labels[0].pk},Text D',
            f'{labels[1].pk},Text E',
            f'{labels[2].pk},Text F',
        )


class LabelBulkRenameTestCase(ModelViewTestCase):
    model = Label

    def test_bulk_rename(self):
        label = create_label(text='Text A')
        self.add_permissions('netbox_kit_showcase.view_label', 'netbox_kit_showcase.change_label')

        response = self.client.post(
            self._get_url('bulk_rename'),
            {
                'pk': [label.pk],
                'field_names': ['text'],
                'find': 'A',
                'replace': 'Z',
                '_apply': True,
            },
        )

        self.assertHttpStatus(response, 302)
        label.refresh_from_db()
        self.assertEqual(label.text, 'Text A'.replace('A', 'Z'))
