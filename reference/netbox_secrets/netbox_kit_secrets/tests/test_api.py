from netbox_plugin_kit.testing import APIViewTestCases, create

from ..models import Secret, SecretRole, UserKey
from .factories import create_secret, create_secret_role, create_user_key, key_pair
from .utils import UnlockedAPIMixin


class SecretRoleTestCase(APIViewTestCases.APIViewTestCase):
    model = SecretRole
    brief_fields = ['_depth', 'description', 'display', 'id', 'name', 'slug', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_secret_role()

        cls.create_data = [
            {
                'name': 'Secret role A',
                'slug': 'secret-role-a',
                'description': 'Description A',
                'comments': 'Comments A',
            },
            {
                'name': 'Secret role B',
                'slug': 'secret-role-b',
                'description': 'Description B',
                'comments': 'Comments B',
            },
            {
                'name': 'Secret role C',
                'slug': 'secret-role-c',
                'description': 'Description C',
                'comments': 'Comments C',
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class SecretTestCase(UnlockedAPIMixin, APIViewTestCases.APIViewTestCase):
    model = Secret
    validation_excluded_fields = ['plaintext']
    brief_fields = ['description', 'display', 'id', 'name', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_secret()
        assigned_object_objects = [create('dcim.device') for _ in range(3)]
        role = create_secret_role()

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'name': 'Secret A',
                'plaintext': 'Value A',
                'assigned_object_type': 'dcim.device',
                'assigned_object_id': assigned_object_objects[0].pk,
                'role': role.pk,
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'name': 'Secret B',
                'plaintext': 'Value B',
                'assigned_object_type': 'dcim.device',
                'assigned_object_id': assigned_object_objects[1].pk,
                'role': role.pk,
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'name': 'Secret C',
                'plaintext': 'Value C',
                'assigned_object_type': 'dcim.device',
                'assigned_object_id': assigned_object_objects[2].pk,
                'role': role.pk,
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class UserKeyTestCase(APIViewTestCases.APIViewTestCase):
    model = UserKey
    user_permissions = ['users.view_user']
    brief_fields = ['description', 'display', 'id', 'url']

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_user_key()
        users = [create('users.user') for _ in range(3)]

        cls.create_data = [
            {
                'description': 'Description A',
                'comments': 'Comments A',
                'user': users[0].pk,
                'public_key': key_pair(1)[1],
            },
            {
                'description': 'Description B',
                'comments': 'Comments B',
                'user': users[1].pk,
                'public_key': key_pair(2)[1],
            },
            {
                'description': 'Description C',
                'comments': 'Comments C',
                'user': users[2].pk,
                'public_key': key_pair(3)[1],
            },
        ]

        cls.bulk_update_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }
