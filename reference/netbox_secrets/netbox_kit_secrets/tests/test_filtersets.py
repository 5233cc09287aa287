from netbox_plugin_kit.testing import FilterSetTestCases, create

from ..filtersets import SecretFilterSet, SecretRoleFilterSet, UserKeyFilterSet
from ..models import SecretRole
from .factories import create_secret, create_secret_role, create_user_key, key_pair


class SecretRoleFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = SecretRoleFilterSet
    ignore_fields = ['level', 'lft', 'rght', 'tree_id']

    @classmethod
    def setUpTestData(cls):
        cls.secret_roles = (
            create_secret_role(
                name='Secret role A',
                slug='secret-role-a',
                description='Description A',
                comments='Comments A',
            ),
            create_secret_role(
                name='Secret role B',
                slug='secret-role-b',
                description='Description B',
                comments='Comments B',
            ),
            create_secret_role(
                name='Secret role C',
                slug='secret-role-c',
                description='Description C',
                comments='Comments C',
            ),
        )
        # What these lead to needed more of the same kind.
        cls.queryset = SecretRole.objects.filter(pk__in=[secretrole.pk for secretrole in cls.secret_roles])

    def test_q(self):
        params = {'q': 'SECRET ROLE A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.secret_roles[0])

    def test_name(self):
        params = {'name': ['Secret role A', 'Secret role B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_slug(self):
        params = {'slug': ['secret-role-a', 'secret-role-b']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class SecretFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = SecretFilterSet
    ignore_fields = ['ciphertext', 'uid']

    @classmethod
    def setUpTestData(cls):
        cls.secrets = (
            create_secret(
                description='Description A',
                comments='Comments A',
                name='Secret A',
                assigned_object=create('dcim.device'),
                role=create_secret_role(),
            ),
            create_secret(
                description='Description B',
                comments='Comments B',
                name='Secret B',
                assigned_object=create('virtualization.virtualmachine'),
                role=create_secret_role(),
            ),
            create_secret(
                description='Description C',
                comments='Comments C',
                name='Secret C',
                assigned_object=create('tenancy.contact'),
                role=create_secret_role(),
            ),
        )

    def test_q(self):
        params = {'q': 'SECRET A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.secrets[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_name(self):
        params = {'name': ['Secret A', 'Secret B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_assigned_object_type(self):
        params = {'assigned_object_type': 'dcim.device'}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 1)

    def test_role(self):
        params = {'role_id': [self.secrets[0].role.pk, self.secrets[1].role.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)


class UserKeyFilterSetTestCase(FilterSetTestCases.ChangeLoggedFilterSetTestCase):
    filterset = UserKeyFilterSet
    ignore_fields = ['master_key_cipher']

    @classmethod
    def setUpTestData(cls):
        cls.user_keys = (
            create_user_key(
                description='Description A',
                comments='Comments A',
                user=create('users.user'),
                public_key=key_pair(1)[1],
                active=True,
            ),
            create_user_key(
                description='Description B',
                comments='Comments B',
                user=create('users.user'),
                public_key=key_pair(2)[1],
            ),
            create_user_key(
                description='Description C',
                comments='Comments C',
                user=create('users.user'),
                public_key=key_pair(3)[1],
            ),
        )

    def test_q(self):
        params = {'q': 'DESCRIPTION A'}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.user_keys[0])

    def test_description(self):
        params = {'description': ['Description A', 'Description B']}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_user(self):
        params = {'user_id': [self.user_keys[0].user.pk, self.user_keys[1].user.pk]}
        self.assertEqual(self.filterset(params, self.queryset).qs.count(), 2)

    def test_public_key(self):
        params = {'public_key': key_pair(1)[1]}
        self.assertEqual(self.filterset(params, self.queryset).qs.get(), self.user_keys[0])

    def test_active(self):
        self.assertEqual(self.filterset({'active': True}, self.queryset).qs.get(), self.user_keys[0])
        self.assertEqual(self.filterset({'active': False}, self.queryset).qs.count(), 2)
