from netbox.search import SearchIndex, register_search

from . import models

__all__ = ('DocumentIndex',)


@register_search
class DocumentIndex(SearchIndex):
    model = models.Document
    fields = (
        ('name', 100),
        ('description', 500),
        ('external_url', 500),
        ('comments', 5000),
    )
    display_attrs = ('kind', 'description')
