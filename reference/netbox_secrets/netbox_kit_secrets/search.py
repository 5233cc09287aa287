from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'SecretIndex',
    'SecretRoleIndex',
    'UserKeyIndex',
)


@register_search
class SecretRoleIndex(SearchIndex):
    model = models.SecretRole
    fields = (
        ('name', 100),
        ('slug', 110),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('parent', 'description')


@register_search
class SecretIndex(SearchIndex):
    model = models.Secret
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('role', 'description')


@register_search
class UserKeyIndex(SearchIndex):
    model = models.UserKey
    fields = (
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('description',)
