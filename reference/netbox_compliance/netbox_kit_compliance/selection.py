"""
Which devices tests are for.
"""

from dcim.filtersets import DeviceFilterSet
from django.db.models import Q

__all__ = ('get_selected_devices', 'get_tested_devices')


def get_tested_devices(test, queryset):
    """
    Those of the devices that any of the test's selectors selects; all for a test without selectors.
    """
    selectors = list(test.selectors.all())
    if not selectors:
        return queryset
    chosen = Q(pk__in=[])
    for selector in selectors:
        chosen |= Q(pk__in=get_selected_devices(selector, queryset.order_by()).values('pk'))
    return queryset.filter(chosen)


def get_selected_devices(selector, queryset):
    """
    Those of the devices that fit everything that the selector names, where one of each kind is enough.
    """
    # NetBox's own filter knows what is below a role or a platform.
    wanted = {
        'site_id': [site.pk for site in selector.sites.all()],
        'role_id': [role.pk for role in selector.roles.all()],
        'platform_id': [platform.pk for platform in selector.platforms.all()],
        'status': [selector.status] if selector.status else [],
    }
    queryset = DeviceFilterSet({name: values for name, values in wanted.items() if values}, queryset).qs
    if tags := list(selector.device_tags.all()):
        queryset = queryset.filter(tags__in=tags)
    return queryset.distinct()
