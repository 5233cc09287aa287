from django.utils.translation import gettext_lazy as _
from netbox.object_actions import ObjectAction
from utilities.permissions import get_permission_for_model

__all__ = ('RunComplianceTest',)


class PermittedAction(ObjectAction):
    """
    An action on one object, shown to whom may take it on this very object.
    """

    url_kwargs = ['pk']
    template_name = 'netbox_kit_compliance/buttons/action.html'

    @classmethod
    def get_context(cls, context, obj):
        user = context['request'].user
        return {
            'permitted': all(
                user.has_perm(get_permission_for_model(obj, action), obj) for action in cls.permissions_required
            ),
        }


class RunComplianceTest(PermittedAction):
    name = 'run'
    label = _('Run')
    permissions_required = {'run'}
