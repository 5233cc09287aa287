from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelBulkEditForm, PrimaryModelBulkEditForm
from utilities.forms.fields import DynamicModelChoiceField
from utilities.forms.rendering import FieldSet

from ..models import Secret, SecretRole, UserKey

__all__ = (
    'SecretBulkEditForm',
    'SecretRoleBulkEditForm',
    'UserKeyBulkEditForm',
)


class SecretRoleBulkEditForm(NestedGroupModelBulkEditForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=SecretRole.objects.all(), required=False)

    model = SecretRole
    fieldsets = (FieldSet('parent', 'description', name=_('Secret Role')),)
    nullable_fields = ('parent', 'description', 'comments')


class SecretBulkEditForm(PrimaryModelBulkEditForm):
    role = DynamicModelChoiceField(label=_('Role'), queryset=SecretRole.objects.all(), required=False)

    model = Secret
    fieldsets = (FieldSet('role', 'description', name=_('Secret')),)
    nullable_fields = ('description', 'comments')


class UserKeyBulkEditForm(PrimaryModelBulkEditForm):
    model = UserKey
    fieldsets = (FieldSet('description', name=_('User Key')),)
    nullable_fields = ('description', 'comments')
