from dcim.models import Device, Rack, Site
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import (
    NestedGroupModelFilterSetForm,
    NetBoxModelFilterSetForm,
    OrganizationalModelFilterSetForm,
    PrimaryModelFilterSetForm,
)
from tenancy.forms import ContactModelFilterForm
from tenancy.models import Tenant
from utilities.forms import BOOLEAN_WITH_BLANK_CHOICES
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker, DateTimePicker

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitFilterForm',
    'ExhibitKindFilterForm',
    'HallFilterForm',
    'LabelFilterForm',
    'LoanFilterForm',
)


class ExhibitKindFilterForm(OrganizationalModelFilterSetForm):
    model = ExhibitKind
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('color', name=_('Exhibit Kind')),
    )
    color = forms.CharField(label=_('Color'), required=False)
    tag = TagFilterField(model)


class HallFilterForm(NestedGroupModelFilterSetForm):
    model = Hall
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('parent_id', 'capacity', name=_('Hall')),
    )
    parent_id = DynamicModelMultipleChoiceField(
        label=_('Parent'), queryset=Hall.objects.all(), required=False, null_option='None'
    )
    capacity = forms.IntegerField(label=_('Capacity'), min_value=0, required=False)
    tag = TagFilterField(model)


class ExhibitFilterForm(ContactModelFilterForm, PrimaryModelFilterSetForm):
    model = Exhibit
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('status', 'price', 'insured', 'address', 'address_within', name=_('Exhibit')),
        FieldSet('kind_id', 'hall_id', 'site_id', 'device_id', name=_('Relations')),
        FieldSet('opens', 'closes', name=_('Dates')),
        FieldSet('contact', 'contact_role', 'contact_group', name=_('Contacts')),
    )
    kind_id = DynamicModelMultipleChoiceField(
        label=_('Kind'), queryset=ExhibitKind.objects.all(), required=False, null_option='None'
    )
    hall_id = DynamicModelMultipleChoiceField(
        label=_('Hall'), queryset=Hall.objects.all(), required=False, null_option='None'
    )
    site_id = DynamicModelMultipleChoiceField(
        label=_('Site'), queryset=Site.objects.all(), required=False, null_option='None'
    )
    device_id = DynamicModelMultipleChoiceField(
        label=_('Devices'), queryset=Device.objects.all(), required=False, null_option='None'
    )
    status = forms.MultipleChoiceField(label=_('Status'), choices=ExhibitStatusChoices, required=False)
    opens = forms.DateField(label=_('Opens'), required=False, widget=DatePicker())
    closes = forms.DateField(label=_('Closes'), required=False, widget=DatePicker())
    price = forms.DecimalField(label=_('Price'), min_value=0, required=False)
    insured = forms.NullBooleanField(
        label=_('Insured'), required=False, widget=forms.Select(choices=BOOLEAN_WITH_BLANK_CHOICES)
    )
    address = forms.CharField(label=_('Address'), required=False)
    address_within = forms.CharField(label=_('Address within a prefix'), required=False)
    tag = TagFilterField(model)


class LoanFilterForm(NetBoxModelFilterSetForm):
    model = Loan
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('exhibit_id', 'lender_id', 'returned__gte', 'returned__lte', name=_('Loan')),
    )
    exhibit_id = DynamicModelMultipleChoiceField(label=_('Exhibit'), queryset=Exhibit.objects.all(), required=False)
    lender_id = DynamicModelMultipleChoiceField(label=_('Lender'), queryset=Tenant.objects.all(), required=False)
    returned__gte = forms.DateTimeField(label=_('Returned after'), required=False, widget=DateTimePicker())
    returned__lte = forms.DateTimeField(label=_('Returned before'), required=False, widget=DateTimePicker())
    tag = TagFilterField(model)


class LabelFilterForm(NetBoxModelFilterSetForm):
    model = Label
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag'),
        FieldSet('subject_exhibit_id', 'subject_rack_id', name=_('Subject')),
    )
    subject_exhibit_id = DynamicModelMultipleChoiceField(
        label=_('Exhibit'), queryset=Exhibit.objects.all(), required=False
    )
    subject_rack_id = DynamicModelMultipleChoiceField(label=_('Rack'), queryset=Rack.objects.all(), required=False)
    tag = TagFilterField(model)
