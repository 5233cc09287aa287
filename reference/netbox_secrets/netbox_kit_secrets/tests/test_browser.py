from django.contrib.contenttypes.models import ContentType
from django.urls import reverse
from netbox_plugin_kit.testing import TestCase, create, disable_warnings
from users.models import ObjectPermission

from .. import vault
from ..confidential import COOKIE
from ..models import Secret, SessionKey, UserKey
from .factories import create_secret, create_secret_role, create_user_key, key_pair
from .utils import UnlockedMixin, start_session


def url_of(name, **kwargs):
    return reverse(f'plugins:netbox_kit_secrets:{name}', kwargs=kwargs)


class UserKeyPagesTestCase(TestCase):
    def allow(self, *actions):
        self.add_permissions(*(f'netbox_kit_secrets.{action}_userkey' for action in actions))

    def test_from_nothing_to_unlocked(self):
        self.allow('view', 'add', 'activate')

        # Generate a key pair: it is shown, and nothing of it kept.
        response = self.client.post(url_of('key_pair'))
        private_key, public_key = str(response.context['private_key']), response.context['public_key']
        self.assertContains(response, 'BEGIN PRIVATE KEY')
        self.assertIn('no-store', response['Cache-Control'])
        self.assertFalse(UserKey.objects.exists())
        self.assertNotContains(self.client.get(url_of('key_pair')), 'BEGIN')

        # Make the public key one's own, and activate it: it is the first.
        self.client.post(url_of('userkey_add'), {'public_key': public_key})
        user_key = UserKey.objects.get()
        self.assertEqual(user_key.user, self.user)
        self.assertFalse(user_key.active)
        url = url_of('userkey_activate', pk=user_key.pk)
        self.assertContains(self.client.get(user_key.get_absolute_url()), url)
        self.client.post(url, {'confirm': True})
        user_key.refresh_from_db()
        self.assertTrue(user_key.active)
        self.assertNotContains(self.client.get(user_key.get_absolute_url()), url)

        # Unlock.
        response = self.client.post(url_of('unlock') + '?return_url=/dcim/devices/', {'private_key': private_key})
        self.assertRedirects(response, '/dcim/devices/', fetch_redirect_response=False)
        cookie = response.cookies[COOKIE]
        self.assertTrue(cookie['httponly'])
        self.assertEqual((cookie['samesite'], cookie['path']), ('Strict', '/plugins/kit-secrets/'))
        self.assertTrue(vault.Session(user=self.user, key=cookie.value).is_open())
        self.assertContains(self.client.get(url_of('unlock')), 'Secrets are unlocked')

        # Lock.
        response = self.client.post(url_of('lock'))
        self.assertEqual(response.cookies[COOKIE].value, '')
        self.assertFalse(SessionKey.objects.exists())

    def test_one_user_key_each(self):
        self.allow('view', 'add')
        create_user_key(user=self.user)
        response = self.client.post(url_of('userkey_add'), {'public_key': key_pair(2)[1]})
        self.assertContains(response, 'You have a user key already')

    def test_import(self):
        self.allow('view', 'add')
        self.add_permissions('users.view_user')
        user = create('users.user')
        data = {
            'data': f'user,public_key\n{user.username},"{key_pair()[1]}"',
            'format': 'csv',
            'csv_delimiter': 'auto',
        }
        self.client.post(url_of('userkey_bulk_import'), data)
        self.assertEqual(UserKey.objects.get().user, user)
        self.assertFalse(UserKey.objects.get().active)

    def test_cookie_is_secure_where_the_connection_is(self):
        create_user_key(user=self.user, active=True)
        response = self.client.post(url_of('unlock'), {'private_key': key_pair()[0]}, secure=True)
        self.assertTrue(response.cookies[COOKIE]['secure'])

    def test_wrong_private_key(self):
        create_user_key(user=self.user, active=True)
        for private_key in (key_pair(2)[0], key_pair()[1], 'nonsense', ''):
            response = self.client.post(url_of('unlock'), {'private_key': private_key})
            self.assertHttpStatus(response, 200)
            self.assertNotContains(response, 'BEGIN')
        self.assertFalse(SessionKey.objects.exists())

    def test_unlocking_without_a_user_key(self):
        self.assertHttpStatus(self.client.get(url_of('unlock')), 302)
        self.assertContains(
            self.client.post(url_of('unlock'), {'private_key': key_pair()[0]}), 'You have no active user key'
        )

    def test_return_url_of_another_site(self):
        create_user_key(user=self.user, active=True)
        url = url_of('unlock') + '?return_url=https://example.org/'
        response = self.client.post(url, {'private_key': key_pair()[0]})
        self.assertRedirects(response, url_of('secret_list'), fetch_redirect_response=False)

    def test_generating_needs_permission(self):
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.post(url_of('key_pair')), 403)

    def test_activation_of_another_user(self):
        other = create_user_key(public_key=key_pair(2)[1])
        self.allow('view')
        url = url_of('userkey_activate', pk=other.pk)
        self.assertNotContains(self.client.get(other.get_absolute_url()), url)
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.post(url, {'confirm': True}), 403)

        self.allow('activate')
        self.client.cookies[COOKIE] = start_session(self.user).key
        self.assertContains(self.client.get(url), other.fingerprint)
        self.client.post(url, {'confirm': True})
        other.refresh_from_db()
        self.assertTrue(other.active)
        self.assertTrue(vault.unlock(other.user, key_pair(2)[0]))

    def test_activation_while_locked(self):
        create_user_key(user=self.user, active=True)
        other = create_user_key()
        self.allow('view', 'activate')
        response = self.client.post(url_of('userkey_activate', pk=other.pk), {'confirm': True}, follow=True)
        self.assertContains(response, 'Secrets are locked')
        other.refresh_from_db()
        self.assertFalse(other.active)

    def test_activation_needs_confirmation(self):
        user_key = create_user_key()
        self.allow('view', 'activate')
        self.client.post(url_of('userkey_activate', pk=user_key.pk))
        user_key.refresh_from_db()
        self.assertFalse(user_key.active)

    def test_last_user_key(self):
        user_key = create_user_key(user=self.user, active=True)
        create_secret()
        self.allow('view', 'delete', 'change')
        response = self.client.post(url_of('userkey_delete', pk=user_key.pk), {'confirm': True}, follow=True)
        self.assertContains(response, 'nobody could unlock')
        response = self.client.post(url_of('userkey_edit', pk=user_key.pk), {'public_key': key_pair(2)[1]})
        self.assertContains(response, 'nobody could unlock')
        self.assertTrue(UserKey.objects.get().active)


class RotationPagesTestCase(UnlockedMixin, TestCase):
    def setUp(self):
        super().setUp()
        self.user_key = UserKey.objects.get()
        self.secret = create_secret('tr0ub4dor')
        self.add_permissions('netbox_kit_secrets.view_userkey')
        self.url = url_of('userkey_rotate', pk=self.user_key.pk)

    def test_rotation(self):
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.client.post(self.url, {'confirm': True}), 403)
        self.add_permissions('netbox_kit_secrets.rotate_userkey')
        self.assertContains(self.client.get(self.user_key.get_absolute_url()), self.url)
        self.assertHttpStatus(self.client.get(self.url), 200)
        ciphertext = bytes(self.secret.ciphertext)

        response = self.client.post(self.url, {'confirm': True})

        self.secret.refresh_from_db()
        self.assertNotEqual(bytes(self.secret.ciphertext), ciphertext)
        session = vault.Session(user=self.user, key=response.cookies[COOKIE].value)
        self.assertEqual(self.secret.reveal(session), 'tr0ub4dor')

    def test_user_key_of_another_user(self):
        self.add_permissions('netbox_kit_secrets.rotate_userkey')
        other = create_user_key(active=True)
        self.assertNotContains(self.client.get(other.get_absolute_url()), 'Rotate master key')
        response = self.client.post(url_of('userkey_rotate', pk=other.pk), {'confirm': True}, follow=True)
        self.assertContains(response, 'with your own user key')
        self.assertTrue(self.session.is_open())

    def test_while_locked(self):
        self.add_permissions('netbox_kit_secrets.rotate_userkey')
        del self.client.cookies[COOKIE]
        response = self.client.post(self.url, {'confirm': True}, follow=True)
        self.assertContains(response, 'Secrets are locked')
        self.assertTrue(self.session.is_open())


class SecretPagesTestCase(UnlockedMixin, TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.role = create_secret_role()

    def setUp(self):
        super().setUp()
        self.add_permissions(
            'dcim.view_device',
            'tenancy.view_contact',
            'virtualization.view_virtualmachine',
            'netbox_kit_secrets.view_secretrole',
            *(f'netbox_kit_secrets.{action}_secret' for action in ('view', 'add', 'change', 'reveal')),
        )

    def data(self, assigned_object, **values):
        return {
            'name': 'admin',
            'role': self.role.pk,
            'assigned_object_type': ContentType.objects.get_for_model(assigned_object).pk,
            'assigned_object': assigned_object.pk,
            **values,
        }

    def reveal(self, secret, **headers):
        return self.client.post(url_of('secret_reveal', pk=secret.pk), headers=headers)

    def test_store_reveal_and_change(self):
        for label in ('dcim.device', 'tenancy.contact', 'virtualization.virtualmachine'):
            with self.subTest(label=label):
                assigned_object = create(label)

                self.client.post(url_of('secret_add'), self.data(assigned_object, plaintext='tr0ub4dor\r\nline'))
                secret = Secret.objects.latest('pk')
                self.assertEqual(secret.assigned_object, assigned_object)
                self.assertContains(self.reveal(secret), 'tr0ub4dor\nline')
                self.assertContains(self.client.get(assigned_object.get_absolute_url()), secret.get_absolute_url())

                url = url_of('secret_edit', pk=secret.pk)
                self.client.post(url, self.data(assigned_object, plaintext=' new ', description='Changed'))
                self.assertContains(self.reveal(secret), ' new ')

                self.client.post(url, self.data(assigned_object, plaintext='', description='Not changed'))
                secret.refresh_from_db()
                self.assertEqual(secret.description, 'Not changed')
                self.assertEqual(secret.reveal(self.session), ' new ')

    def test_value_is_required(self):
        response = self.client.post(url_of('secret_add'), self.data(create('dcim.device')))
        self.assertFormError(response.context['form'], 'plaintext', 'This field is required.')

    def test_reveal(self):
        secret = create_secret('<tr0ub4dor>')
        # In place, by htmx
        response = self.reveal(secret, hx_request='true')
        self.assertContains(response, '&lt;tr0ub4dor&gt;')
        self.assertNotContains(response, '<html')
        self.assertContains(response, 'hx-history="false"')
        # Without scripts
        response = self.reveal(secret)
        self.assertContains(response, '&lt;tr0ub4dor&gt;')
        self.assertContains(response, '<html')

    def test_reveal_is_not_cached(self):
        response = self.reveal(create_secret())
        self.assertIn('no-store', response['Cache-Control'])

    def test_reveal_by_post_only(self):
        secret = create_secret('tr0ub4dor')
        for url in (
            url_of('secret_reveal', pk=secret.pk),
            secret.get_absolute_url(),
            url_of('secret_edit', pk=secret.pk),
        ):
            response = self.client.get(url)
            self.assertHttpStatus(response, 200)
            self.assertNotContains(response, 'tr0ub4dor')

    def test_without_session(self):
        secret, device = create_secret('tr0ub4dor'), create('dcim.device')
        del self.client.cookies[COOKIE]

        self.assertContains(self.client.get(url_of('secret_add')), 'Secrets are locked')
        response = self.client.post(url_of('secret_add'), self.data(device, plaintext='new'))
        self.assertContains(response, 'Secrets are locked')
        response = self.client.post(url_of('secret_edit', pk=secret.pk), self.data(device, plaintext='new'))
        self.assertContains(response, 'Secrets are locked')
        self.assertEqual(Secret.objects.get().reveal(self.session), 'tr0ub4dor')

        response = self.reveal(secret, hx_request='true')
        self.assertContains(response, 'Secrets are locked')
        self.assertContains(response, url_of('unlock'))
        self.assertNotContains(response, 'tr0ub4dor')

    def test_session_of_another_user(self):
        secret = create_secret('tr0ub4dor')
        self.client.cookies[COOKIE] = start_session(create('users.user'), 2).key
        response = self.reveal(secret)
        self.assertContains(response, 'Secrets are locked')
        self.assertNotContains(response, 'tr0ub4dor')

    def test_tampered(self):
        secret = create_secret('tr0ub4dor')
        Secret.objects.update(ciphertext=b'x' * 100)
        self.assertContains(self.reveal(secret), 'has been changed')

    def test_permission_to_reveal_other_secrets(self):
        secret, other = create_secret('tr0ub4dor'), create_secret('correct horse')
        ObjectPermission.objects.filter(actions__contains=['reveal']).update(constraints={'pk': other.pk})
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.reveal(secret), 404)
        self.assertContains(self.reveal(other), 'correct horse')

    def test_permission_to_reveal_but_not_to_view(self):
        secret = create_secret('tr0ub4dor')
        ObjectPermission.objects.filter(actions__contains=['view']).delete()
        with disable_warnings('django.request'):
            self.assertHttpStatus(self.reveal(secret), 404)

    def test_no_value_in_urls(self):
        # The form is asked for anew, with what has been entered, when another type is selected.
        self.assertContains(self.client.get(url_of('secret_add')), 'hx-params="not plaintext"')
        response = self.client.get(url_of('secret_add') + '?plaintext=tr0ub4dor')
        self.assertNotIn('plaintext', response.context['form'].initial)
        self.assertFalse(response.context['form']['plaintext'].value())

    def import_csv(self, *lines):
        data = {'data': '\n'.join(lines), 'format': 'csv', 'csv_delimiter': 'auto'}
        return self.client.post(url_of('secret_bulk_import'), data)

    def test_import(self):
        device = create('dcim.device')

        self.import_csv(
            'name,role,assigned_object_type,assigned_object_id,plaintext',
            f'root,{self.role.name},dcim.device,{device.pk},tr0ub4dor',
        )
        secret = Secret.objects.get()
        self.assertEqual(secret.reveal(self.session), 'tr0ub4dor')

        self.import_csv('id,plaintext', f'{secret.pk},new')
        secret.refresh_from_db()
        self.assertEqual(secret.reveal(self.session), 'new')

        self.import_csv('id,description', f'{secret.pk},Changed')
        secret.refresh_from_db()
        self.assertEqual((secret.description, secret.reveal(self.session)), ('Changed', 'new'))

    def test_import_without_session(self):
        device = create('dcim.device')
        del self.client.cookies[COOKIE]
        response = self.import_csv(
            'name,role,assigned_object_type,assigned_object_id,plaintext',
            f'root,{self.role.name},dcim.device,{device.pk},tr0ub4dor',
        )
        self.assertContains(response, 'Secrets are locked')
        self.assertFalse(Secret.objects.exists())
