from dcim.models import Device, Site
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import (
    NestedGroupModelBulkEditForm,
    NetBoxModelBulkEditForm,
    OrganizationalModelBulkEditForm,
    PrimaryModelBulkEditForm,
)
from tenancy.models import Tenant
from utilities.forms import add_blank_choice
from utilities.forms.fields import CommentField, DynamicModelChoiceField, DynamicModelMultipleChoiceField, JSONField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import BulkEditNullBooleanSelect, DatePicker, DateTimePicker

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitBulkEditForm',
    'ExhibitKindBulkEditForm',
    'HallBulkEditForm',
    'LabelBulkEditForm',
    'LoanBulkEditForm',
)


class ExhibitKindBulkEditForm(OrganizationalModelBulkEditForm):
    color = forms.CharField(label=_('Color'), max_length=6, required=False)

    model = ExhibitKind
    fieldsets = (FieldSet('color', 'description', name=_('Exhibit Kind')),)
    nullable_fields = ('color', 'description', 'comments')


class HallBulkEditForm(NestedGroupModelBulkEditForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=Hall.objects.all(), required=False)
    capacity = forms.IntegerField(label=_('Capacity'), min_value=0, required=False)

    model = Hall
    fieldsets = (FieldSet('parent', 'capacity', 'description', name=_('Hall')),)
    nullable_fields = ('parent', 'description', 'comments')


class ExhibitBulkEditForm(PrimaryModelBulkEditForm):
    kind = DynamicModelChoiceField(label=_('Kind'), queryset=ExhibitKind.objects.all(), required=False)
    hall = DynamicModelChoiceField(label=_('Hall'), queryset=Hall.objects.all(), required=False)
    site = DynamicModelChoiceField(label=_('Site'), queryset=Site.objects.all(), required=False)
    devices = DynamicModelMultipleChoiceField(label=_('Devices'), queryset=Device.objects.all(), required=False)
    status = forms.ChoiceField(
        label=_('Status'), choices=add_blank_choice(ExhibitStatusChoices), required=False, initial=''
    )
    opens = forms.DateField(label=_('Opens'), required=False, widget=DatePicker())
    closes = forms.DateField(label=_('Closes'), required=False, widget=DatePicker())
    price = forms.DecimalField(label=_('Price'), min_value=0, required=False)
    insured = forms.NullBooleanField(label=_('Insured'), required=False, widget=BulkEditNullBooleanSelect())
    website = forms.URLField(label=_('Website'), required=False, assume_scheme='https')
    facts = JSONField(label=_('Facts'), required=False)
    story = CommentField(label=_('Story'))

    model = Exhibit
    fieldsets = (
        FieldSet('status', 'price', 'insured', 'website', 'description', name=_('Exhibit')),
        FieldSet('kind', 'hall', 'site', 'devices', name=_('Relations')),
        FieldSet('opens', 'closes', name=_('Dates')),
        FieldSet('facts', 'story', name=_('Details')),
    )
    nullable_fields = (
        'kind',
        'hall',
        'site',
        'devices',
        'opens',
        'closes',
        'price',
        'website',
        'facts',
        'story',
        'description',
        'comments',
    )


class LoanBulkEditForm(NetBoxModelBulkEditForm):
    lender = DynamicModelChoiceField(label=_('Lender'), queryset=Tenant.objects.all(), required=False)
    returned = forms.DateTimeField(label=_('Returned'), required=False, widget=DateTimePicker())

    model = Loan
    fieldsets = (FieldSet('lender', 'returned', name=_('Loan')),)
    nullable_fields = ('returned',)


class LabelBulkEditForm(NetBoxModelBulkEditForm):
    model = Label
