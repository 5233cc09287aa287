from datetime import timedelta

from django.test import RequestFactory
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape
from extras.dashboard.utils import get_dashboard, get_widget_class
from netbox_plugin_kit.testing import TestCase

from ..widgets import ExpiringWidget
from .factories import (
    create_contract_assignment,
    create_hardware_lifecycle,
    create_license_assignment,
    create_support_contract,
)


class ExpiringWidgetTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.today = timezone.localdate()
        cls.lifecycle = create_hardware_lifecycle(end_of_support=cls.in_days(30))
        cls.contract = create_support_contract(end_date=cls.in_days(20))
        cls.assignment = create_contract_assignment(end_date=cls.in_days(10))
        cls.license = create_license_assignment(end_date=cls.in_days(0))
        cls.others = (
            create_hardware_lifecycle(end_of_support=cls.in_days(-1)),
            create_hardware_lifecycle(end_of_support=cls.in_days(91)),
            create_hardware_lifecycle(),
            # It ends with its contract, which is listed itself.
            create_contract_assignment(contract=cls.contract),
            create_contract_assignment(contract=cls.contract, end_date=cls.in_days(40)),
        )

    @classmethod
    def in_days(cls, days):
        return cls.today + timedelta(days=days)

    def allow_all(self):
        models = ('hardwarelifecycle', 'supportcontract', 'contractassignment', 'licenseassignment')
        self.add_permissions(*(f'netbox_kit_lifecycle.view_{model}' for model in models))

    def rendered(self, **config):
        request = RequestFactory().get('/')
        # A user who knows nothing of what was permitted before
        request.user = type(self.user).objects.get(pk=self.user.pk)
        return ExpiringWidget(config=config).render(request)

    def test_registered(self):
        self.assertIs(get_widget_class('netbox_kit_lifecycle.ExpiringWidget'), ExpiringWidget)

    def test_first_to_expire_first(self):
        self.allow_all()
        html = self.rendered()
        places = [
            html.index(f'"{instance.get_absolute_url()}"')
            for instance in (self.license, self.assignment, self.contract, self.lifecycle)
        ]
        self.assertEqual(places, sorted(places))
        for instance in self.others:
            self.assertNotIn(f'"{instance.get_absolute_url()}"', html)

    def test_what_is_covered_is_named(self):
        self.allow_all()
        html = self.rendered()
        for assignment in (self.assignment, self.license):
            self.assertIn(f'"{assignment.device.get_absolute_url()}"', html)

    def test_permissions(self):
        self.assertIn('Nothing that you may view', self.rendered())
        self.add_permissions('netbox_kit_lifecycle.view_supportcontract')
        html = self.rendered()
        self.assertIn(f'"{self.contract.get_absolute_url()}"', html)
        self.assertNotIn(f'"{self.lifecycle.get_absolute_url()}"', html)

    def test_days_and_limit(self):
        self.allow_all()
        self.assertNotIn(f'"{self.lifecycle.get_absolute_url()}"', self.rendered(days=29))
        self.assertNotIn(f'"{self.assignment.get_absolute_url()}"', self.rendered(limit=1))

    def test_configuration(self):
        form = ExpiringWidget.ConfigForm({'days': 30, 'limit': 3})
        self.assertTrue(form.is_valid(), form.errors)
        self.assertFalse(ExpiringWidget.ConfigForm({'days': -1, 'limit': 0}).is_valid())

    def test_on_a_dashboard(self):
        dashboard = get_dashboard(self.user)
        dashboard.add_widget(ExpiringWidget())
        dashboard.save()
        self.assertContains(self.client.get(reverse('home')), escape(ExpiringWidget.default_title))
