from datetime import date

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from netbox_plugin_kit.testing import TestCase

from ..choices import ExhibitStatusChoices
from ..models import Label
from .factories import (
    create_complete_exhibit,
    create_complete_exhibit_kind,
    create_complete_hall,
    create_complete_loan,
    create_exhibit,
    create_exhibit_kind,
    create_hall,
    create_label,
    create_loan,
)


class ExhibitKindTestCase(TestCase):
    def test_valid(self):
        create_exhibit_kind().full_clean()
        create_complete_exhibit_kind().full_clean()

    def test_str(self):
        exhibit_kind = create_exhibit_kind()

        self.assertEqual(str(exhibit_kind), f'{exhibit_kind.name}')


class HallTestCase(TestCase):
    def test_valid(self):
        create_hall().full_clean()
        create_complete_hall().full_clean()

    def test_str(self):
        hall = create_hall()

        self.assertEqual(str(hall), f'{hall.name}')


class ExhibitTestCase(TestCase):
    def test_valid(self):
        create_exhibit().full_clean()
        create_complete_exhibit().full_clean()

    def test_str(self):
        exhibit = create_exhibit()

        self.assertEqual(str(exhibit), f'{exhibit.name}')

    def test_name_is_unique(self):
        create_exhibit(name='Exhibit A')

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_exhibit(name='Exhibit A')

    def test_hall_and_name_are_unique_together(self):
        exhibit = create_complete_exhibit()

        with self.assertRaises(IntegrityError), transaction.atomic():
            create_exhibit(
                hall=exhibit.hall,
                name=exhibit.name,
            )

    def test_status_color(self):
        exhibit = create_exhibit(status=ExhibitStatusChoices.STATUS_PLANNED)

        self.assertEqual(exhibit.get_status_color(), 'gray')

    def test_opens_and_closes(self):
        exhibit = create_exhibit()

        exhibit.opens = date(2030, 1, 1)
        exhibit.closes = date(2030, 2, 1)
        exhibit.clean()

        exhibit.opens = date(2030, 2, 1)
        exhibit.closes = date(2030, 1, 1)
        with self.assertRaisesMessage(ValidationError, 'An exhibit cannot close before it opens.'):
            exhibit.clean()


class LoanTestCase(TestCase):
    def test_valid(self):
        create_loan().full_clean()
        create_complete_loan().full_clean()

    def test_str(self):
        loan = create_loan()

        self.assertEqual(str(loan), f'{loan.exhibit}')


class LabelTestCase(TestCase):
    def test_valid(self):
        create_label().full_clean()

    def test_str(self):
        label = create_label()

        self.assertEqual(str(label), f'{label.text}')

    def test_subject_is_deleted(self):
        label = create_label()
        label.subject.delete()

        self.assertFalse(Label.objects.filter(pk=label.pk).exists())
