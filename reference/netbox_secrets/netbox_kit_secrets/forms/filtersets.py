from dcim.models import Device
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelFilterSetForm, PrimaryModelFilterSetForm
from tenancy.forms import ContactModelFilterForm
from tenancy.models import Contact
from users.models import User
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from virtualization.models import VirtualMachine

from ..models import Secret, SecretRole, UserKey

__all__ = (
    'SecretFilterForm',
    'SecretRoleFilterForm',
    'UserKeyFilterForm',
)


class SecretRoleFilterForm(NestedGroupModelFilterSetForm):
    model = SecretRole
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('parent_id', name=_('Secret Role')),
    )
    parent_id = DynamicModelMultipleChoiceField(
        label=_('Parent'), queryset=SecretRole.objects.all(), required=False, null_option='None'
    )
    tag = TagFilterField(model)


class SecretFilterForm(ContactModelFilterForm, PrimaryModelFilterSetForm):
    model = Secret
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('role_id', name=_('Secret')),
        FieldSet(
            'assigned_object_device_id',
            'assigned_object_virtual_machine_id',
            'assigned_object_contact_id',
            name=_('Object'),
        ),
        FieldSet('contact', 'contact_role', 'contact_group', name=_('Contacts')),
    )
    assigned_object_device_id = DynamicModelMultipleChoiceField(
        label=_('Device'), queryset=Device.objects.all(), required=False
    )
    assigned_object_virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False
    )
    assigned_object_contact_id = DynamicModelMultipleChoiceField(
        label=_('Contact'), queryset=Contact.objects.all(), required=False
    )
    role_id = DynamicModelMultipleChoiceField(label=_('Role'), queryset=SecretRole.objects.all(), required=False)
    tag = TagFilterField(model)


class UserKeyFilterForm(PrimaryModelFilterSetForm):
    model = UserKey
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('user_id', 'active', name=_('User Key')),
    )
    user_id = DynamicModelMultipleChoiceField(label=_('User'), queryset=User.objects.all(), required=False)
    active = forms.NullBooleanField(
        label=_('Active'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    tag = TagFilterField(model)
