"""
The config items and relations of a service as far as a user may see them, and what objects are called.
"""

from collections import defaultdict
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.utils.translation import gettext as _

from .models import ConfigItem, Relation

__all__ = (
    'Edge',
    'Node',
    'get_graph',
    'get_visible_objects',
)

# What str() of a device without a name looks at.
STR_RELATED = {
    'dcim.device': ('device_type__manufacturer', 'virtual_chassis'),
}


@dataclass(frozen=True)
class Node:
    id: int
    label: str
    url: str | None = None
    kind: str = ''
    role: str = ''


@dataclass(frozen=True)
class Edge:
    source: int
    destination: int
    connector: str
    text: str = ''


def get_visible_objects(keys, user):
    """
    Return those of some objects that a user may view. The objects are given, and returned, by the IDs of their content
    types and their own. It takes one query a type, however many objects there are.
    """
    ids = defaultdict(set)
    for type_id, object_id in keys:
        ids[type_id].add(object_id)

    visible = {}
    for type_id, object_ids in ids.items():
        model = ContentType.objects.get_for_id(type_id).model_class()
        related = STR_RELATED.get(model._meta.label_lower, ())
        objects = model.objects.restrict(user, 'view').select_related(*related).filter(pk__in=object_ids)
        visible.update({(type_id, instance.pk): instance for instance in objects})
    return visible


def get_graph(service, user):
    """
    Return the nodes and edges of a service: the config items and relations that a user may view. Of an end of such a
    relation, or an object behind a config item, that the user may not view there is a node without a name.
    """
    relations = list(Relation.objects.restrict(user, 'view').filter(service=service).order_by('pk'))
    items = {item.pk: item for item in ConfigItem.objects.restrict(user, 'view').filter(service=service).order_by('pk')}
    objects = get_visible_objects({(item.item_type_id, item.item_id) for item in items.values()}, user)

    ids = list(items)
    for relation in relations:
        ids += [relation.source_id, relation.destination_id]
    nodes = [_get_node(pk, items.get(pk), objects) for pk in dict.fromkeys(ids)]
    edges = [
        Edge(relation.source_id, relation.destination_id, relation.connector, relation.link_text)
        for relation in relations
    ]
    return nodes, edges


def _get_node(pk, item, objects):
    instance = item and objects.get((item.item_type_id, item.item_id))
    if instance is None:
        return Node(pk, _('(hidden)'))
    return Node(
        pk,
        label=str(instance),
        url=instance.get_absolute_url(),
        kind=str(instance._meta.verbose_name),
        role=item.get_role_display() or '',
    )
