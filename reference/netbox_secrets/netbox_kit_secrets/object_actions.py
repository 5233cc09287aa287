from django.utils.translation import gettext_lazy as _
from netbox.object_actions import ObjectAction
from utilities.permissions import get_permission_for_model

__all__ = (
    'ActivateUserKey',
    'RotateUserKey',
)


class UserKeyAction(ObjectAction):
    """
    An action on a user key, shown to whom may take it on this very one.
    """

    url_kwargs = ['pk']
    template_name = 'netbox_kit_secrets/buttons/action.html'

    @classmethod
    def get_context(cls, context, obj):
        user = context['request'].user
        permitted = all(
            user.has_perm(get_permission_for_model(obj, action), obj) for action in cls.permissions_required
        )
        return {'permitted': permitted and cls.is_possible(obj, user)}

    @classmethod
    def is_possible(cls, user_key, user):
        """
        Return whether a user key is in a state for it.
        """
        return True


class ActivateUserKey(UserKeyAction):
    name = 'activate'
    label = _('Activate')
    permissions_required = {'activate'}

    @classmethod
    def is_possible(cls, user_key, user):
        return not user_key.active


class RotateUserKey(UserKeyAction):
    name = 'rotate'
    label = _('Rotate master key')
    permissions_required = {'rotate'}

    @classmethod
    def is_possible(cls, user_key, user):
        # The master key is rotated by those who have it, with their own user key.
        return user_key.active and user_key.user_id == user.pk
