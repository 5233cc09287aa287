"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from functools import cache
from itertools import count

from netbox_plugin_kit.testing import create

from .. import crypto
from ..models import Secret, SecretRole, UserKey

__all__ = (
    'MASTER_KEY',
    'create_complete_secret',
    'create_complete_secret_role',
    'create_complete_user_key',
    'create_secret',
    'create_secret_role',
    'create_user_key',
    'key_pair',
)

MASTER_KEY = crypto.new_key()

_numbers = count(1)


def key_pair(number=1):
    """
    Return a private and a public key, the same for the same number: they take a while to make.
    """
    return _key_pair(number)


@cache
def _key_pair(number):
    private_key, public_key = crypto.generate_key_pair(3072)
    return private_key, public_key.strip()


def create_secret_role(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Secret role {number}',
        'slug': f'secret-role-{number}',
    }

    return SecretRole.objects.create(**defaults | values)


def create_complete_secret_role(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    if 'parent' not in values:
        defaults['parent'] = create_secret_role()

    return create_secret_role(**defaults | values)


def create_secret(plaintext='tr0ub4dor', master_key=MASTER_KEY, **values):
    number = next(_numbers)
    defaults = {
        'name': f'Secret {number}',
    }

    if not values.keys() & {'assigned_object', 'assigned_object_id'}:
        defaults['assigned_object'] = create('dcim.device')
    if 'role' not in values:
        defaults['role'] = create_secret_role()

    secret = Secret(**defaults | values)
    secret.encrypt(plaintext, master_key)
    secret.save()
    return secret


def create_complete_secret(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_secret(**defaults | values)


def create_user_key(active=False, **values):
    defaults = {
        'public_key': key_pair()[1],
    }

    if 'user' not in values:
        defaults['user'] = create('users.user')

    user_key = UserKey(**defaults | values)
    if active:
        user_key.activate(MASTER_KEY)
    user_key.save()
    return user_key


def create_complete_user_key(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_user_key(**defaults | values)
