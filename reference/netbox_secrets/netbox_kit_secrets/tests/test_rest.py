from netbox_plugin_kit.testing import APITestCase, create, disable_warnings
from users.models import Token

from .. import vault
from ..models import Secret, SessionKey, UserKey
from .factories import create_secret, create_secret_role, create_user_key, key_pair
from .utils import UnlockedAPIMixin, start_session

URL = '/api/plugins/kit-secrets/'


class RESTTestCase(APITestCase):
    def allow(self, model, *actions):
        self.add_permissions(*(f'netbox_kit_secrets.{action}_{model}' for action in actions))

    def post(self, path, data=None, status=200, method='post', **headers):
        with disable_warnings('django.request'):
            response = getattr(self.client, method)(URL + path, data, format='json', **self.header | headers)
        self.assertHttpStatus(response, status)
        return response


class KeysTestCase(RESTTestCase):
    def test_from_nothing_to_unlocked(self):
        self.allow('userkey', 'view', 'add', 'activate')

        response = self.post('key-pair/')
        self.assertIn('no-store', response['Cache-Control'])
        keys = response.data
        self.assertFalse(UserKey.objects.exists())

        data = {'user': self.user.pk, 'public_key': keys['public_key']}
        user_key = self.post('user-keys/', data, 201).data
        self.assertFalse(user_key['active'])
        self.assertRegex(user_key['fingerprint'], '^SHA256:')

        self.assertTrue(self.post(f'user-keys/{user_key["id"]}/activate/').data['active'])

        response = self.post('session-key/', {'private_key': keys['private_key']}, 201)
        self.assertIn('no-store', response['Cache-Control'])
        key = response.data['session_key']
        self.assertTrue(vault.Session(user=self.user, key=key).is_open())

        self.post('session-key/', status=204, method='delete', HTTP_X_SESSION_KEY=key)
        self.assertFalse(vault.Session(user=self.user, key=key).is_open())

    def test_wrong_private_key(self):
        create_user_key(user=self.user, active=True)
        for private_key in (key_pair(2)[0], key_pair()[1], 'nonsense', '', None):
            response = self.post('session-key/', {'private_key': private_key}, 400)
            self.assertNotIn('BEGIN', response.content.decode())
        self.post('session-key/', status=400)
        self.assertFalse(SessionKey.objects.exists())

    def test_without_permission(self):
        user_key = create_user_key(user=self.user)
        self.allow('userkey', 'view')
        self.post('key-pair/', status=403)
        self.post(f'user-keys/{user_key.pk}/activate/', status=404)
        self.post(f'user-keys/{user_key.pk}/rotate/', status=404)

    def test_without_token(self):
        create_user_key(user=self.user, active=True)
        for path in ('session-key/', 'key-pair/', 'secrets/1/reveal/', 'user-keys/1/activate/'):
            self.post(path, {'private_key': key_pair()[0]}, 403, HTTP_AUTHORIZATION='')

    def test_token_that_may_only_read(self):
        create_user_key(user=self.user, active=True)
        Token.objects.update(write_enabled=False)
        self.post('session-key/', {'private_key': key_pair()[0]}, 403)

    def test_activation_of_another_user(self):
        self.allow('userkey', 'view', 'activate')
        session, other = start_session(self.user), create_user_key(public_key=key_pair(2)[1])
        self.post(f'user-keys/{other.pk}/activate/', status=400)
        self.post(f'user-keys/{other.pk}/activate/', HTTP_X_SESSION_KEY=session.key)
        self.assertTrue(vault.unlock(other.user, key_pair(2)[0]))

    def test_nobody_activates_by_editing(self):
        self.allow('userkey', 'view', 'change')
        user_key = create_user_key(user=self.user)
        data = {'active': True, 'master_key_cipher': 'eA=='}
        self.assertFalse(self.post(f'user-keys/{user_key.pk}/', data, method='patch').data['active'])

    def test_last_user_key(self):
        self.allow('userkey', 'view', 'delete')
        user_key = create_user_key(user=self.user, active=True)
        create_secret()
        response = self.post(f'user-keys/{user_key.pk}/', status=400, method='delete')
        self.assertIn('nobody could unlock', response.data['detail'])
        self.assertTrue(UserKey.objects.exists())


class SecretsTestCase(UnlockedAPIMixin, RESTTestCase):
    @classmethod
    def setUpTestData(cls):
        cls.role = create_secret_role()

    def setUp(self):
        super().setUp()
        self.allow('secret', 'view', 'add', 'change', 'reveal')
        self.allow('userkey', 'view', 'rotate')

    def data(self, assigned_object, **values):
        return {
            'name': 'admin',
            'role': self.role.pk,
            'assigned_object_type': assigned_object._meta.label_lower,
            'assigned_object_id': assigned_object.pk,
            **values,
        }

    def reveal(self, pk, status=200, **headers):
        return self.post(f'secrets/{pk}/reveal/', status=status, **headers)

    def test_store_reveal_change_and_rotate(self):
        for label in ('dcim.device', 'tenancy.contact', 'virtualization.virtualmachine'):
            with self.subTest(label=label):
                secret = self.post('secrets/', self.data(create(label), plaintext='tr0ub4dor'), 201).data
                self.assertNotIn('plaintext', secret)
                self.assertIsNotNone(secret['value_changed'])
                self.assertEqual(self.reveal(secret['id']).data, {'plaintext': 'tr0ub4dor'})

                changed = self.post(f'secrets/{secret["id"]}/', {'plaintext': ' new\n'}, method='patch').data
                self.assertGreater(changed['value_changed'], secret['value_changed'])
                self.assertEqual(self.reveal(secret['id']).data['plaintext'], ' new\n')

                self.post(f'secrets/{secret["id"]}/', {'description': 'Changed'}, method='patch')
                self.assertEqual(self.reveal(secret['id']).data['plaintext'], ' new\n')

                rotated = self.post(f'user-keys/{UserKey.objects.get().pk}/rotate/').data
                self.reveal(secret['id'], 400)
                self.header['HTTP_X_SESSION_KEY'] = rotated['session_key']
                self.assertEqual(self.reveal(secret['id']).data['plaintext'], ' new\n')

    def test_many(self):
        device = create('dcim.device')
        data = [self.data(device, name=name, plaintext=f'value of {name}') for name in ('a', 'b', 'c')]
        for secret in self.post('secrets/', data, 201).data:
            self.assertEqual(self.reveal(secret['id']).data['plaintext'], f'value of {secret["name"]}')

    def test_value_is_required(self):
        response = self.post('secrets/', self.data(create('dcim.device')), 400)
        self.assertIn('plaintext', response.data)

    def test_reveal_is_not_cached(self):
        self.assertIn('no-store', self.reveal(create_secret().pk)['Cache-Control'])

    def test_reveal_by_post_only(self):
        self.post(f'secrets/{create_secret().pk}/reveal/', status=405, method='get')

    def test_without_session_key(self):
        secret = create_secret('tr0ub4dor')
        for key in ('', 'nonsense', start_session(create('users.user'), 2).key):
            response = self.reveal(secret.pk, 400, HTTP_X_SESSION_KEY=key)
            self.assertIn('Secrets are locked', response.data['detail'])
            data = self.data(create('dcim.device'), plaintext='new')
            self.post('secrets/', data, 400, HTTP_X_SESSION_KEY=key)
            self.post(f'secrets/{secret.pk}/', {'plaintext': 'new'}, 400, 'patch', HTTP_X_SESSION_KEY=key)
        self.assertEqual(Secret.objects.get().reveal(self.session), 'tr0ub4dor')
        # What is not secret can be changed.
        self.post(f'secrets/{secret.pk}/', {'description': 'New'}, 200, 'patch', HTTP_X_SESSION_KEY='')

    def test_inactive_user(self):
        secret = create_secret('tr0ub4dor')
        self.user.is_active = False
        self.user.save()
        self.reveal(secret.pk, 403)

    def test_tampered(self):
        secret = create_secret('tr0ub4dor')
        Secret.objects.update(ciphertext=b'x' * 100)
        self.assertIn('has been changed', self.reveal(secret.pk, 400).data['detail'])

    def test_nobody_sets_ciphertexts(self):
        secret, other = create_secret('tr0ub4dor'), create_secret('correct horse')
        self.post(f'secrets/{secret.pk}/', {'uid': str(other.uid), 'ciphertext': 'eA=='}, method='patch')
        self.assertEqual(self.reveal(secret.pk).data['plaintext'], 'tr0ub4dor')

    def test_rotation_with_the_user_key_of_another_user(self):
        other = create_user_key(active=True)
        self.post(f'user-keys/{other.pk}/rotate/', status=403)

    def test_without_permission_to_reveal(self):
        secret = create_secret('tr0ub4dor')
        for action in ('reveal', 'view'):
            self.remove_permissions(f'netbox_kit_secrets.{action}_secret')
            self.reveal(secret.pk, 404)
            self.add_permissions(f'netbox_kit_secrets.{action}_secret')
