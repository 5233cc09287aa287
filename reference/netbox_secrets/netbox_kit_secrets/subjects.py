"""The objects that secrets are for: those of the models that are configured."""

from functools import reduce
from operator import or_

from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db.models import Q
from netbox.plugins import get_plugin_config

__all__ = (
    'get_assigned_object_types',
    'prefetch_assigned_objects',
)

# What the texts of these objects are made of
RELATED = {'dcim.device': ['device_type__manufacturer']}


def get_assigned_object_types():
    """
    Return the content types of the models that are configured.
    """
    labels = (label.split('.') for label in get_plugin_config('netbox_kit_secrets', 'models'))
    conditions = (Q(app_label=app_label, model=model) for app_label, model in labels)
    return ContentType.objects.filter(reduce(or_, conditions, Q(pk__in=[])))


def prefetch_assigned_objects():
    """
    Return what fetches the objects of many secrets, with a query for each model and not for each secret.
    """
    return GenericPrefetch(
        'assigned_object',
        [apps.get_model(label).objects.select_related(*names) for label, names in RELATED.items()],
    )
