from dcim.models import Device
from django import forms
from django.core.exceptions import ObjectDoesNotExist
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelForm, PrimaryModelForm
from utilities.forms import get_field_value
from utilities.forms.fields import ContentTypeChoiceField, DynamicModelChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import HTMXSelect
from utilities.templatetags.builtins.filters import bettertitle

from ..models import Secret, SecretRole, UserKey
from ..subjects import get_assigned_object_types
from .mixins import PlaintextFormMixin

__all__ = (
    'SecretForm',
    'SecretRoleForm',
    'UnlockForm',
    'UserKeyForm',
)


class SecretRoleForm(NestedGroupModelForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=SecretRole.objects.all(), required=False)

    fieldsets = (FieldSet('name', 'slug', 'parent', 'description', 'tags', name=_('Secret Role')),)

    class Meta:
        model = SecretRole
        fields = ['name', 'slug', 'parent', 'description', 'owner', 'comments', 'tags']


class SecretForm(PlaintextFormMixin, PrimaryModelForm):
    assigned_object_type = ContentTypeChoiceField(
        label=_('Object type'),
        queryset=get_assigned_object_types(),
        # NetBox asks for the form anew, with its values in the URL: all but one, for servers log URLs.
        widget=HTMXSelect(attrs={'hx-params': 'not plaintext'}),
    )
    assigned_object = DynamicModelChoiceField(
        label=_('Object'),
        queryset=Device.objects.none(),
        disabled=True,
        selector=True,
        help_text=_('The object that the secret is for.'),
    )
    role = DynamicModelChoiceField(label=_('Role'), queryset=SecretRole.objects.all())

    fieldsets = (
        FieldSet('name', 'role', 'description', 'tags', name=_('Secret')),
        FieldSet('assigned_object_type', 'assigned_object', name=_('Object')),
        FieldSet('plaintext', name=_('Value')),
    )

    class Meta:
        model = Secret
        fields = ['name', 'role', 'description', 'owner', 'comments', 'tags']

    def __init__(self, *args, **kwargs):
        instance = kwargs.get('instance')
        initial = kwargs.get('initial', {}).copy()
        if instance is not None and instance.assigned_object:
            initial.setdefault('assigned_object_type', instance.assigned_object_type_id)
            initial.setdefault('assigned_object', instance.assigned_object)
        # Nobody is to be led to put a secret into a URL.
        initial.pop('plaintext', None)
        kwargs['initial'] = initial

        super().__init__(*args, **kwargs)

        self._set_assigned_object_choices()
        if self.instance.pk:
            self.fields['plaintext'].required = False
            self.fields['plaintext'].help_text = _('A new value; the present one stays if this is left empty.')

    def clean(self):
        super().clean()

        self.instance.assigned_object = self.cleaned_data.get('assigned_object')

    def _set_assigned_object_choices(self):
        # The objects to choose from are those of the type that is selected.
        type_id = get_field_value(self, 'assigned_object_type')
        if not type_id:
            return
        try:
            model = self.fields['assigned_object_type'].queryset.get(pk=type_id).model_class()
        except (ObjectDoesNotExist, ValueError):
            return
        field = self.fields['assigned_object']
        field.queryset = model.objects.all()
        field.label = bettertitle(model._meta.verbose_name)
        field.disabled = False
        field.widget.attrs['selector'] = model._meta.label_lower
        if self.instance.pk and str(type_id) != str(self.instance.assigned_object_type_id):
            self.initial['assigned_object'] = None

    def _get_validation_exclusions(self):
        # What is unique together is validated only if the form has all of its fields.
        exclude = super()._get_validation_exclusions()
        if self.cleaned_data.get('assigned_object'):
            exclude -= {'assigned_object_type', 'assigned_object_id'}
        return exclude


class UserKeyForm(PrimaryModelForm):
    # Without the user: it is whoever adds the user key. Those of others can be imported.
    fieldsets = (FieldSet('public_key', 'description', 'tags', name=_('User Key')),)

    class Meta:
        model = UserKey
        fields = ['public_key', 'description', 'owner', 'comments', 'tags']
        widgets = {'public_key': forms.Textarea(attrs={'class': 'font-monospace', 'rows': 10})}

    def clean(self):
        super().clean()

        # A form does not validate what it has no field for.
        if UserKey.objects.filter(user_id=self.instance.user_id).exclude(pk=self.instance.pk).exists():
            raise forms.ValidationError(_('You have a user key already.'))


class UnlockForm(forms.Form):
    private_key = forms.CharField(
        label=_('Private key'),
        help_text=_('The private key that belongs to your user key, in PEM format. It is used now, and not kept.'),
        max_length=20000,
        widget=forms.Textarea(attrs={'class': 'font-monospace', 'rows': 10, 'autocomplete': 'off'}),
    )
