from core.choices import ObjectChangeActionChoices
from core.models import ObjectChange, ObjectType
from dcim.models import ConsolePort, Device, Interface
from django.db import connection
from django.test import Client, RequestFactory
from django.test.utils import CaptureQueriesContext
from django.urls import reverse
from netbox_plugin_kit.testing import APITestCase, PluginTestCases, TestCase, create
from users.models import ObjectPermission

from ..kinds import KINDS, KINDS_BY_NAME
from ..reading import count_differences
from ..template_content import DeviceContent
from .factories import create_component, create_device, create_differences, create_template
from .test_applying import set_config

INTERFACE = KINDS_BY_NAME['interface']


class PagesTestCase(PluginTestCases.PagesTestCase):
    """
    Every page works, and everything on it leads somewhere.
    """

    plugin = 'netbox_kit_interface_sync'

    @classmethod
    def setUpTestData(cls):
        cls.device = create_device()
        create_differences(cls.device, 1)

    def core_objects(self):
        return [self.device]


class PermissionsTestCase(PluginTestCases.PermissionsTestCase):
    """
    Nobody sees more than is permitted.
    """

    plugin = 'netbox_kit_interface_sync'
    # It lists what there is, and nothing of it.
    public_urls = ('api-root',)


class DataMixin:
    @classmethod
    def setUpTestData(cls):
        cls.device = create_device()
        cls.missing = create_template(INTERFACE, cls.device, name='missing', label='x')
        cls.surplus = create_component(INTERFACE, cls.device, name='surplus', label='y')
        cls.differing = create_component(INTERFACE, cls.device, name='differing', mgmt_only=True)
        cls.differing_template = create_template(INTERFACE, cls.device, name='differing')
        cls.url = reverse('dcim:device_kit_interface_sync', kwargs={'pk': cls.device.pk})
        cls.add = f'interface:add::{cls.missing.pk}'
        cls.remove = f'interface:remove:{cls.surplus.pk}:'
        cls.update = f'interface:update:{cls.differing.pk}:{cls.differing_template.pk}'

    def grant(self, actions, constraints=None):
        permission = ObjectPermission.objects.create(
            name=f'interfaces {actions} {constraints}', actions=actions, constraints=constraints
        )
        permission.users.add(self.user)
        permission.object_types.add(ObjectType.objects.get_for_model(Interface))


class TabTestCase(DataMixin, TestCase):
    """
    The tab of a device.
    """

    user_permissions = ('dcim.view_device', 'dcim.view_interface', 'dcim.view_interfacetemplate')

    def post(self, *changes, apply=True):
        data = {'change': changes, '_apply' if apply else '_preview': '1'}
        return self.client.post(self.url, data, follow=True)

    def test_without_permission(self):
        other = Client()
        other.force_login(create('users.user'))
        self.assertEqual(other.get(self.url).status_code, 403)

    def test_a_constrained_device(self):
        ObjectPermission.objects.all().delete()
        permission = ObjectPermission.objects.create(name='other', actions=['view'], constraints={'name': 'other'})
        permission.users.add(self.user)
        permission.object_types.add(ObjectType.objects.get_for_model(Device))
        self.assertEqual(self.client.get(self.url).status_code, 404)

    def test_view_only(self):
        response = self.client.get(self.url)
        for text in ('missing', 'surplus', 'differing'):
            self.assertContains(response, text)
        self.assertNotContains(response, 'name="change"')
        self.assertContains(self.post(self.add), 'you do not have the permission')
        self.assertFalse(Interface.objects.filter(name='missing').exists())

    def test_hidden_objects(self):
        ObjectPermission.objects.filter(object_types=ObjectType.objects.get_for_model(Interface)).delete()
        self.grant(['view', 'delete'], {'name': 'differing'})
        response = self.client.get(self.url)
        self.assertContains(response, 'differing')
        self.assertNotContains(response, 'surplus')
        self.post(self.remove)
        self.assertTrue(Interface.objects.filter(name='surplus').exists())

    def test_preview_writes_nothing(self):
        self.add_permissions('dcim.add_interface', 'dcim.delete_interface', 'dcim.change_interface')
        before = ObjectChange.objects.count()
        response = self.post(self.add, self.remove, self.update, apply=False)
        self.assertContains(response, 'name="_apply"')
        self.assertContains(response, 'Interface missing')
        self.assertTrue(Interface.objects.filter(name='surplus').exists())
        self.assertFalse(Interface.objects.filter(name='missing').exists())
        self.assertEqual(ObjectChange.objects.count(), before)

    def test_get_changes_nothing(self):
        self.add_permissions('dcim.delete_interface')
        self.client.get(self.url, {'change': self.remove, '_apply': '1'})
        self.assertTrue(Interface.objects.filter(name='surplus').exists())

    def test_csrf(self):
        client = Client(enforce_csrf_checks=True)
        client.force_login(self.user)
        self.assertEqual(client.post(self.url, {'change': self.remove, '_apply': '1'}).status_code, 403)

    def test_apply_and_change_log(self):
        self.add_permissions('dcim.add_interface', 'dcim.delete_interface', 'dcim.change_interface')
        self.assertContains(self.post(self.add, self.remove, self.update), '3 changes were made.')
        changes = ObjectChange.objects.filter(changed_object_type=ObjectType.objects.get_for_model(Interface))
        self.assertEqual(changes.count(), 3)
        self.assertEqual(changes.values('request_id').distinct().count(), 1)
        update = changes.get(action=ObjectChangeActionChoices.ACTION_UPDATE)
        self.assertIs(update.prechange_data['mgmt_only'], True)
        self.assertIs(update.postchange_data['mgmt_only'], False)
        self.assertEqual(changes.get(action=ObjectChangeActionChoices.ACTION_DELETE).prechange_data['name'], 'surplus')
        self.assertEqual(changes.get(action=ObjectChangeActionChoices.ACTION_CREATE).postchange_data['name'], 'missing')

    def test_constraints_before(self):
        self.grant(['delete'], {'name': 'another'})
        self.assertContains(self.post(self.remove), 'your permissions do not include it')
        self.assertTrue(Interface.objects.filter(name='surplus').exists())

    def test_constraints_after(self):
        self.grant(['change'], {'mgmt_only': True})
        self.assertContains(self.post(self.update), 'your permissions do not include it')
        self.grant(['add'], {'name': 'another'})
        self.assertContains(self.post(self.add), 'your permissions do not include it')
        self.assertFalse(Interface.objects.filter(name='missing').exists())
        self.differing.refresh_from_db()
        self.assertTrue(self.differing.mgmt_only)

    def test_nothing_chosen_and_nonsense(self):
        self.assertContains(self.post(), 'Nothing is chosen.')
        self.assertContains(self.post('nonsense'), 'nonsense is no change.')
        self.assertContains(self.post('no:such:1:2'), 'has changed in the meantime')


class QueriesTestCase(TestCase):
    """
    However many components a device has, its pages ask the database as often.
    """

    user_permissions = ('dcim.view_device', *(f'dcim.view_{kind.name}' for kind in KINDS))

    @classmethod
    def setUpTestData(cls):
        cls.few, cls.many = create_device(), create_device()
        create_differences(cls.few, 2)
        create_differences(cls.many, 20)

    def setUp(self):
        super().setUp()
        self.add_permissions(*(f'dcim.view_{kind.name}template' for kind in KINDS))

    def assertSameQueries(self, work):
        numbers = []
        for device in (self.few, self.many):
            work(device)
            with CaptureQueriesContext(connection) as queries:
                work(device)
            numbers.append(len(queries))
        self.assertEqual(*numbers)

    def test_tab(self):
        self.assertSameQueries(
            lambda device: self.client.get(reverse('dcim:device_kit_interface_sync', kwargs={'pk': device.pk}))
        )

    def test_api(self):
        viewname = 'plugins-api:netbox_kit_interface_sync-api:device-detail'
        self.assertContains(self.client.get(reverse(viewname, args=[self.few.pk])), 'missing 1')
        self.assertSameQueries(lambda device: self.client.get(reverse(viewname, args=[device.pk])))

    def test_panel(self):
        # Not the page of the device: NetBox itself asks once for each of its power ports.
        request = RequestFactory().get('/')
        request.user = self.user
        self.assertSameQueries(lambda device: DeviceContent({'object': device, 'request': request}).right_page())

    def test_badge(self):
        self.assertSameQueries(count_differences)

    def test_the_badge_of_a_device_without_components_asks_nothing(self):
        device = Device.objects.select_related('device_type').get(pk=create_device().pk)
        with self.assertNumQueries(0):
            self.assertEqual(count_differences(device), 0)


class DevicePageTestCase(DataMixin, TestCase):
    """
    The button and the panel.
    """

    user_permissions = ('dcim.view_device', 'dcim.view_interface', 'dcim.view_interfacetemplate')

    def test_button_and_panel(self):
        response = self.client.get(self.device.get_absolute_url())
        self.assertContains(response, 'Compare with type')
        self.assertContains(response, '3 differences')

    def test_without_panel(self):
        with set_config(panel=False, exclude_virtual_interfaces=True, compare_description=True):
            response = self.client.get(self.device.get_absolute_url())
        self.assertContains(response, 'Compare with type')
        self.assertNotContains(response, '3 differences')


class APITestCase(DataMixin, APITestCase):
    """
    The REST API.
    """

    user_permissions = ('dcim.view_device', 'dcim.view_interface', 'dcim.view_interfacetemplate')

    def setUp(self):
        super().setUp()
        self.detail = reverse('plugins-api:netbox_kit_interface_sync-api:device-detail', args=[self.device.pk])

    def post(self, dry_run=False, **change):
        data = {'changes': [{'kind': 'interface', **change}], 'dry_run': dry_run}
        return self.client.post(f'{self.detail}apply/', data, format='json', **self.header)

    def test_compare(self):
        response = self.client.get(self.detail, **self.header)
        (comparison,) = response.data
        self.assertEqual(comparison['kind'], 'interface')
        self.assertEqual(
            [(each['type'], each['changes']) for each in comparison['differences']],
            [
                ('differing', [{'field': 'mgmt_only', 'old': True, 'new': False}]),
                ('missing', []),
                ('surplus', []),
            ],
        )

    def test_without_permission(self):
        ObjectPermission.objects.all().delete()
        self.assertEqual(self.client.get(self.detail, **self.header).status_code, 404)
        self.assertEqual(self.client.get(self.detail).status_code, 403)

    def test_apply(self):
        self.assertEqual(self.post(action='remove', component=self.surplus.pk).status_code, 403)
        self.add_permissions('dcim.delete_interface')
        response = self.post(dry_run=True, action='remove', component=self.surplus.pk)
        self.assertEqual(response.status_code, 200)
        self.assertTrue(response.data['dry_run'])
        self.assertTrue(Interface.objects.filter(name='surplus').exists())
        self.assertEqual(self.post(action='remove', component=self.surplus.pk).status_code, 200)
        self.assertFalse(Interface.objects.filter(name='surplus').exists())
        self.assertEqual(self.post(action='remove', component=self.surplus.pk).status_code, 400)

    def test_a_token_that_may_only_read(self):
        self.add_permissions('dcim.delete_interface')
        self.token.write_enabled = False
        self.token.save()
        self.assertEqual(self.post(action='remove', component=self.surplus.pk).status_code, 403)

    def test_nonsense(self):
        self.assertEqual(self.post(action='paint').status_code, 400)
        self.assertEqual(self.post(action='add').status_code, 400)

    def test_another_kind(self):
        console_port = ConsolePort.objects.create(device=self.device, name='con')
        response = self.client.get(self.detail, **self.header)
        self.assertNotContains(response, console_port.name)
