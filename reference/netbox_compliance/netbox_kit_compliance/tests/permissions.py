from core.models import ObjectType
from users.models import ObjectPermission

__all__ = ('grant',)


def grant(user, model, action, **constraints):
    """
    Permit something on some of a model's objects.
    """
    permission = ObjectPermission.objects.create(
        name=f'{action} {model._meta.model_name} {constraints}', actions=[action], constraints=constraints or None
    )
    permission.users.add(user)
    permission.object_types.add(ObjectType.objects.get_for_model(model))
