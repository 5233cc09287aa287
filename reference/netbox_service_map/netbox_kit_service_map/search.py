from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'ApplicationIndex',
    'BusinessServiceIndex',
    'PenetrationTestIndex',
    'RelationIndex',
)


@register_search
class BusinessServiceIndex(SearchIndex):
    model = models.BusinessService
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('status', 'criticality', 'description')


@register_search
class ApplicationIndex(SearchIndex):
    model = models.Application
    fields = (
        ('name', 100),
        ('description', 500),
        ('version', 500),
        ('comments', 5000),
    )
    display_attrs = ('protocol', 'description')


@register_search
class RelationIndex(SearchIndex):
    model = models.Relation
    fields = (('link_text', 200),)
    display_attrs = ('service', 'connector')


@register_search
class PenetrationTestIndex(SearchIndex):
    model = models.PenetrationTest
    fields = (('ticket', 200),)
    display_attrs = ('service', 'status')
