from datetime import timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone
from netbox_plugin_kit.testing import APITestCase, TestCase, create

from ..choices import ExpiryChoices
from ..expiry import get_expiry
from ..filtersets import ContractAssignmentFilterSet, HardwareLifecycleFilterSet
from ..models import ContractAssignment, HardwareLifecycle, LicenseAssignment
from ..tables import HardwareLifecycleTable
from .factories import create_contract_assignment, create_hardware_lifecycle, create_license, create_support_contract

# Days from now, and what that amounts to: something lasts until the end of its last day.
DAYS = (
    (-1, ExpiryChoices.EXPIRED),
    (0, ExpiryChoices.EXPIRING),
    (90, ExpiryChoices.EXPIRING),
    (91, ExpiryChoices.LASTING),
    (None, ExpiryChoices.UNKNOWN),
)


def in_days(days):
    return None if days is None else timezone.localdate() + timedelta(days=days)


class ExpiryTestCase(TestCase):
    def test_one_object(self):
        for days, expiry in DAYS:
            self.assertEqual(get_expiry(in_days(days)), expiry, days)

    def test_many_objects_are_judged_as_one_is(self):
        for days, _ in DAYS:
            create_hardware_lifecycle(end_of_support=in_days(days))
        for choice in ExpiryChoices.values():
            found = HardwareLifecycleFilterSet({'expiry': [choice]}, HardwareLifecycle.objects.all()).qs
            self.assertEqual({each.expiry for each in found}, {choice})
            self.assertEqual(len(found), sum(expiry == choice for _, expiry in DAYS))

    def test_several_choices(self):
        for days, _ in DAYS:
            create_hardware_lifecycle(end_of_support=in_days(days))
        params = {'expiry': [ExpiryChoices.EXPIRED, ExpiryChoices.UNKNOWN]}
        self.assertEqual(HardwareLifecycleFilterSet(params, HardwareLifecycle.objects.all()).qs.count(), 2)

    def test_window(self):
        for days, _ in DAYS:
            create_hardware_lifecycle(end_of_support=in_days(days))
        for days, count in ((0, 1), (89, 1), (90, 2), (1000, 3)):
            params = {'expires_within': days}
            self.assertEqual(HardwareLifecycleFilterSet(params, HardwareLifecycle.objects.all()).qs.count(), count)

    def test_window_of_dates(self):
        for days, _ in DAYS:
            create_hardware_lifecycle(end_of_support=in_days(days))
        for first, last, count in ((-1, -1, 1), (0, 90, 2), (None, 0, 2), (90, None, 2), (-1, 91, 4), (92, None, 0)):
            params = {'expires_from': in_days(first), 'expires_until': in_days(last)}
            with self.subTest(first=first, last=last):
                self.assertEqual(HardwareLifecycleFilterSet(params, HardwareLifecycle.objects.all()).qs.count(), count)

    def test_too_far_ahead(self):
        for days in ('-1', '36501', '99999999999999999999'):
            filterset = HardwareLifecycleFilterSet({'expires_within': days}, HardwareLifecycle.objects.all())
            self.assertIn('expires_within', filterset.errors, days)

    def test_an_assignment_ends_with_its_contract_unless_it_ends_earlier(self):
        contract = create_support_contract(end_date=in_days(91))
        lasting = create_contract_assignment(contract=contract)
        longer = create_contract_assignment(contract=contract, end_date=in_days(1000))
        expiring = create_contract_assignment(contract=contract, end_date=in_days(10))
        unlimited = create_contract_assignment(contract=create_support_contract(), end_date=in_days(-1))
        unknown = create_contract_assignment(contract=create_support_contract())
        for expiry, last_day, assignments in (
            (ExpiryChoices.LASTING, in_days(91), {lasting, longer}),
            (ExpiryChoices.EXPIRING, in_days(10), {expiring}),
            (ExpiryChoices.EXPIRED, in_days(-1), {unlimited}),
            (ExpiryChoices.UNKNOWN, None, {unknown}),
        ):
            self.assertEqual({(each.expiry, each.last_day) for each in assignments}, {(expiry, last_day)})
            found = ContractAssignmentFilterSet({'expiry': [expiry]}, ContractAssignment.objects.all()).qs
            self.assertEqual(set(found), assignments)

    def test_sorted_by_the_last_day(self):
        lifecycles = [create_hardware_lifecycle(end_of_support=in_days(days)) for days in (10, None, -10)]
        first, none, last = (lifecycles[2], lifecycles[1], lifecycles[0])
        for prefix, expected in (('', [first, last, none]), ('-', [last, first, none])):
            table = HardwareLifecycleTable(HardwareLifecycle.objects.all(), order_by=f'{prefix}expiry')
            self.assertEqual([row.record for row in table.rows], expected)

    def test_list(self):
        expired = create_hardware_lifecycle(end_of_support=in_days(-1))
        lasting = create_hardware_lifecycle(end_of_support=in_days(1000))
        self.add_permissions('netbox_kit_lifecycle.view_hardwarelifecycle')
        response = self.client.get('/plugins/kit-lifecycle/hardware-lifecycles/?expiry=expired')
        self.assertContains(response, '<span class="badge text-bg-red">Expired</span>')
        self.assertContains(response, expired.get_absolute_url())
        self.assertNotContains(response, lasting.get_absolute_url())


class ConstraintsTestCase(TestCase):
    """
    What clean() refuses, the database refuses, too.
    """

    def assertRefused(self, model, **values):
        with self.assertRaises(IntegrityError), transaction.atomic():
            model.objects.create(**values)

    def test_lifecycles(self):
        self.assertRefused(HardwareLifecycle)
        both = {'device_type': create('dcim.devicetype'), 'module_type': create('dcim.moduletype')}
        self.assertRefused(HardwareLifecycle, **both)

    def test_contract_assignments(self):
        contract = create_support_contract()
        self.assertRefused(ContractAssignment, contract=contract)
        both = {'device': create('dcim.device'), 'virtual_machine': create('virtualization.virtualmachine')}
        self.assertRefused(ContractAssignment, contract=contract, **both)

    def test_license_assignments(self):
        license = create_license()
        self.assertRefused(LicenseAssignment, license=license)
        both = {'device': create('dcim.device'), 'virtual_machine': create('virtualization.virtualmachine')}
        self.assertRefused(LicenseAssignment, license=license, **both)


class ExpiryAPITestCase(APITestCase):
    def test_wrong_window(self):
        self.add_permissions('netbox_kit_lifecycle.view_hardwarelifecycle')
        url = '/api/plugins/kit-lifecycle/hardware-lifecycles/?expires_within=99999999999'
        self.assertHttpStatus(self.client.get(url, **self.header), 400)

    def test_last_day_of_an_assignment(self):
        contract = create_support_contract(end_date=in_days(-1))
        create_contract_assignment(contract=contract)
        self.add_permissions('netbox_kit_lifecycle.view_contractassignment')
        response = self.client.get('/api/plugins/kit-lifecycle/contract-assignments/', **self.header)
        (found,) = response.data['results']
        self.assertEqual((found['end_date'], found['last_day']), (None, in_days(-1).isoformat()))

    def test_rest(self):
        create_hardware_lifecycle(end_of_support=in_days(-1))
        self.add_permissions('netbox_kit_lifecycle.view_hardwarelifecycle')
        response = self.client.get('/api/plugins/kit-lifecycle/hardware-lifecycles/?expiry=expired', **self.header)
        self.assertEqual(response.data['results'][0]['expiry'], {'value': 'expired', 'label': 'Expired'})

    def test_graphql(self):
        contract = create_support_contract(end_date=in_days(-1))
        create_contract_assignment(contract=contract)
        self.add_permissions(
            'netbox_kit_lifecycle.view_contractassignment', 'netbox_kit_lifecycle.view_supportcontract'
        )
        query = '{ contract_assignment_list { expiry last_day contract { expiry } } }'
        response = self.client.post('/graphql/', data={'query': query}, format='json', **self.header)
        self.assertEqual(
            response.json()['data']['contract_assignment_list'],
            [{'expiry': 'expired', 'last_day': in_days(-1).isoformat(), 'contract': {'expiry': 'expired'}}],
        )
