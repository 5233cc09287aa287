from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'ApplicationIndex',
    'ApplicationRoleIndex',
    'DataFlowIndex',
    'FlowGroupIndex',
    'ObjectAliasIndex',
)


@register_search
class ApplicationRoleIndex(SearchIndex):
    model = models.ApplicationRole
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)


@register_search
class ApplicationIndex(SearchIndex):
    model = models.Application
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('role', 'tenant', 'description')


@register_search
class FlowGroupIndex(SearchIndex):
    model = models.FlowGroup
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('parent', 'application', 'status', 'description')


@register_search
class ObjectAliasIndex(SearchIndex):
    model = models.ObjectAlias
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)


@register_search
class DataFlowIndex(SearchIndex):
    model = models.DataFlow
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('application', 'group', 'tenant', 'status', 'protocol', 'description')
