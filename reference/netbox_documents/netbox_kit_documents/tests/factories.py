"""
Objects to test with.

Every function creates one object: with the values given, and whatever else it needs.
"""

from itertools import count

from netbox_plugin_kit.testing import create

from ..choices import DocumentKindChoices
from ..models import Document

__all__ = (
    'create_complete_document',
    'create_document',
)

_numbers = count(1)


def create_document(**values):
    number = next(_numbers)
    defaults = {
        'name': f'Document {number}',
        'kind': DocumentKindChoices.KIND_OTHER,
    }

    if not values.keys() & {'file', 'external_url'}:
        defaults['external_url'] = f'https://example.org/{number}'
    if not values.keys() & {'subject', 'subject_id'}:
        defaults['subject'] = create('dcim.site')

    return Document.objects.create(**defaults | values)


def create_complete_document(**values):
    """
    The same with a value in every field that may be empty.
    """
    number = next(_numbers)
    defaults = {
        'description': f'Description {number}',
        'comments': f'Comments {number}',
    }

    return create_document(**defaults | values)
