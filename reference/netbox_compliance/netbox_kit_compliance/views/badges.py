from netbox.context import current_request

__all__ = ('get_tab_badge',)


def get_tab_badge(model, field):
    """
    Return a function that counts the objects which lead to a given one through a field, as far as the current user
    may view them.
    """

    def badge(instance):
        user = current_request.get().user
        return model.objects.restrict(user, 'view').filter(**{field: instance}).count()

    return badge
