from django.contrib.contenttypes.models import ContentType
from netbox_plugin_kit.testing import ViewTestCases, create, create_tags

from ..models import Secret, SecretRole, UserKey
from .factories import create_secret, create_secret_role, create_user_key, key_pair
from .utils import UnlockedMixin


class SecretRoleTestCase(
    ViewTestCases.OrganizationalObjectViewTestCase,
):
    model = SecretRole

    @classmethod
    def setUpTestData(cls):
        secret_roles = [create_secret_role() for _ in range(3)]
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'name': 'Secret role A',
            'slug': 'secret-role-a',
            'description': 'Description A',
            'comments': 'Comments A',
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'name,slug,description',
            'Secret role A,secret-role-a,Description A',
            'Secret role B,secret-role-b,Description B',
            'Secret role C,secret-role-c,Description C',
        )

        cls.csv_update_data = (
            'id,description',
            f'{secret_roles[0].pk},Description D',
            f'{secret_roles[1].pk},Description E',
            f'{secret_roles[2].pk},Description F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class SecretTestCase(
    UnlockedMixin,
    ViewTestCases.PrimaryObjectViewTestCase,
):
    model = Secret

    @classmethod
    def setUpTestData(cls):
        secrets = [create_secret() for _ in range(3)]
        assigned_object_objects = [create('dcim.device') for _ in range(3)]
        role = create_secret_role()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'name': 'Secret A',
            'plaintext': 'Value A',
            'assigned_object_type': ContentType.objects.get_for_model(assigned_object_objects[0]).pk,
            'assigned_object': assigned_object_objects[0].pk,
            'role': role.pk,
            'tags': [tag.pk for tag in tags],
        }

        cls.csv_data = (
            'description,name,plaintext,assigned_object_type,assigned_object_id,role',
            f'Description A,Secret A,Value A,dcim.device,{assigned_object_objects[0].pk},{role.name}',
            f'Description B,Secret B,Value B,dcim.device,{assigned_object_objects[1].pk},{role.name}',
            f'Description C,Secret C,Value C,dcim.device,{assigned_object_objects[2].pk},{role.name}',
        )

        cls.csv_update_data = (
            'id,name',
            f'{secrets[0].pk},Secret D',
            f'{secrets[1].pk},Secret E',
            f'{secrets[2].pk},Secret F',
        )

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }


class UserKeyTestCase(
    ViewTestCases.GetObjectViewTestCase,
    ViewTestCases.GetObjectChangelogViewTestCase,
    ViewTestCases.CreateObjectViewTestCase,
    ViewTestCases.EditObjectViewTestCase,
    ViewTestCases.DeleteObjectViewTestCase,
    ViewTestCases.ListObjectsViewTestCase,
    ViewTestCases.BulkEditObjectsViewTestCase,
    ViewTestCases.BulkDeleteObjectsViewTestCase,
):
    # Without the test of the import, which counts lines: public keys have many. See test_browser.py.
    model = UserKey

    @classmethod
    def setUpTestData(cls):
        for _ in range(3):
            create_user_key()
        tags = create_tags('Alpha', 'Bravo', 'Charlie')

        cls.form_data = {
            'description': 'Description A',
            'comments': 'Comments A',
            'public_key': key_pair()[1],
            'tags': [tag.pk for tag in tags],
        }

        cls.bulk_edit_data = {
            'description': 'Description D',
            'comments': 'Comments D',
        }
