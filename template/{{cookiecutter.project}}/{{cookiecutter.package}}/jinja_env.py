{% if plugin.features.jinja_filters and plugin.netbox.reaches('4.7') %}
"""Filters for config templates, export templates and webhooks{% if plugin.netbox.spans('4.7') %}; NetBox loads them from 4.7 on{% endif %}."""

__all__ = ('filters',)


def names(objects, separator=', '):
    """
    The names of some objects in a row: {{ '{{ devices|' ~ plugin.short ~ '_names }}' }}
    """
    return separator.join(sorted(str(instance) for instance in objects))


# All plugins share one set of filters, hence the prefix.
filters = {
    '{{ plugin.short }}_names': names,
}
{% endif %}
