"""Filters for config templates, export templates and webhooks; NetBox loads them from 4.7 on."""

__all__ = ('filters',)


def names(objects, separator=', '):
    """
    The names of some objects in a row: {{ devices|kit_showcase_names }}
    """
    return separator.join(sorted(str(instance) for instance in objects))


# All plugins share one set of filters, hence the prefix.
filters = {
    'kit_showcase_names': names,
}
