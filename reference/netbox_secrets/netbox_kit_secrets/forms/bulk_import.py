from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelImportForm, PrimaryModelImportForm
from users.models import User
from utilities.forms.fields import CSVContentTypeField, CSVModelChoiceField

from ..models import Secret, SecretRole, UserKey
from ..subjects import get_assigned_object_types
from .mixins import PlaintextFormMixin

__all__ = (
    'SecretImportForm',
    'SecretRoleImportForm',
    'UserKeyImportForm',
)


class SecretRoleImportForm(NestedGroupModelImportForm):
    parent = CSVModelChoiceField(
        label=_('Parent'),
        queryset=SecretRole.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the secret role's parent"),
    )

    class Meta:
        model = SecretRole
        fields = ('name', 'slug', 'parent', 'description', 'owner', 'comments', 'tags')


class SecretImportForm(PlaintextFormMixin, PrimaryModelImportForm):
    assigned_object_type = CSVContentTypeField(
        label=_('Object type (app & model)'),
        queryset=get_assigned_object_types(),
    )
    role = CSVModelChoiceField(
        label=_('Role'),
        queryset=SecretRole.objects.all(),
        to_field_name='name',
        help_text=_("Name of the secret's role"),
    )

    class Meta:
        model = Secret
        fields = (
            'name',
            'assigned_object_type',
            'assigned_object_id',
            'role',
            'description',
            'owner',
            'comments',
            'tags',
        )
        labels = {
            'assigned_object_id': _('Object ID'),
        }


class UserKeyImportForm(PrimaryModelImportForm):
    user = CSVModelChoiceField(
        label=_('User'),
        queryset=User.objects.all(),
        to_field_name='username',
        help_text=_("Username of the user key's user"),
    )

    class Meta:
        model = UserKey
        fields = ('user', 'public_key', 'description', 'owner', 'comments', 'tags')
