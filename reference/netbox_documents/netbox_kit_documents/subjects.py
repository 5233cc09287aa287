"""The objects that documents are about, and what the plugin's settings say of them."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Q
from netbox.plugins import get_plugin_config
from utilities.choices import unpack_grouped_choices

from .choices import DocumentKindChoices

__all__ = (
    'get_kind_choices',
    'get_subject_types',
    'prefetch_subjects',
)

# What the texts and the brief REST representations of these subjects are made of
RELATED = {
    'dcim.devicetype': ['manufacturer'],
    'dcim.device': ['device_type__manufacturer'],
    'circuits.circuit': ['provider'],
}


def get_subject_types():
    """
    Return the content types of the models that are configured.
    """
    labels = (label.split('.') for label in get_plugin_config('netbox_kit_documents', 'models'))
    conditions = (Q(app_label=app_label, model=model) for app_label, model in labels)
    return ContentType.objects.filter(reduce(or_, conditions, Q(pk__in=[])))


def get_kind_choices(subject_type):
    """
    Return the kinds that documents of a model may have, as pairs of value and label.
    """
    label = f'{subject_type.app_label}.{subject_type.model}'
    allowed = get_plugin_config('netbox_kit_documents', 'allowed_kinds').get(label)
    # FIELD_CHOICES may have put them into groups.
    choices = unpack_grouped_choices(DocumentKindChoices)
    return [choice for choice in choices if choice[0] in allowed] if allowed else choices


def prefetch_subjects():
    """
    Return what fetches the subjects of many documents, with a query for each model and not for each document.
    """
    return GenericPrefetch(
        'subject',
        [apps.get_model(label).objects.select_related(*names) for label, names in RELATED.items()],
    )
