from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'ExhibitIndex',
    'ExhibitKindIndex',
    'HallIndex',
    'LabelIndex',
)


@register_search
class ExhibitKindIndex(SearchIndex):
    model = models.ExhibitKind
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)


@register_search
class HallIndex(SearchIndex):
    model = models.Hall
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('parent', 'description')


@register_search
class ExhibitIndex(SearchIndex):
    model = models.Exhibit
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('kind', 'hall', 'site', 'status', 'address', 'description')


@register_search
class LabelIndex(SearchIndex):
    model = models.Label
    fields = (('text', 200),)
    display_attrs = ()
