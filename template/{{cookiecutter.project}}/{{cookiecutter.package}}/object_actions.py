{% if plugin.netbox.since('4.4') and plugin.models | selectattr('actions') | list %}
from django.utils.translation import gettext_lazy as _
from netbox.object_actions import ObjectAction
from utilities.permissions import get_permission_for_model

__all__ = (
{% for model in plugin.models %}
{% for action in model.actions %}
    '{{ code.views.action_class(action, model) }}',
{% endfor %}
{% endfor %}
)


class PermittedAction(ObjectAction):
    """
    An action on one object, shown to whom may take it on this very object.
    """
    url_kwargs = ['pk']
    template_name = '{{ plugin.package }}/buttons/action.html'

    @classmethod
    def get_context(cls, context, obj):
        user = context['request'].user
        return {
            'permitted': all(
                user.has_perm(get_permission_for_model(obj, action), obj) for action in cls.permissions_required
            ),
        }
{% for model in plugin.models %}
{% for action in model.actions %}


class {{ code.views.action_class(action, model) }}(PermittedAction):
    name = '{{ action.name }}'
    label = _({{ action.label | repr }})
    permissions_required = {'{{ action.name }}'}
{% endfor %}
{% endfor %}
{% endif %}
