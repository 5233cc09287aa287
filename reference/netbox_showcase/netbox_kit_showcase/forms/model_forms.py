from dcim.models import Device, Site
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import NestedGroupModelForm, NetBoxModelForm, OrganizationalModelForm, PrimaryModelForm
from tenancy.models import Tenant
from utilities.forms import get_field_value
from utilities.forms.fields import (
    CommentField,
    ContentTypeChoiceField,
    DynamicModelChoiceField,
    DynamicModelMultipleChoiceField,
    JSONField,
)
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker, DateTimePicker, HTMXSelect
from utilities.templatetags.builtins.filters import bettertitle

from ..models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitForm',
    'ExhibitKindForm',
    'HallForm',
    'LabelForm',
    'LoanForm',
)


class ExhibitKindForm(OrganizationalModelForm):
    fieldsets = (FieldSet('name', 'slug', 'color', 'description', 'tags', name=_('Exhibit Kind')),)

    class Meta:
        model = ExhibitKind
        fields = ['name', 'slug', 'color', 'description', 'owner', 'comments', 'tags']


class HallForm(NestedGroupModelForm):
    parent = DynamicModelChoiceField(label=_('Parent'), queryset=Hall.objects.all(), required=False)

    fieldsets = (FieldSet('name', 'slug', 'parent', 'capacity', 'description', 'tags', name=_('Hall')),)

    class Meta:
        model = Hall
        fields = ['name', 'slug', 'parent', 'capacity', 'description', 'owner', 'comments', 'tags']


class ExhibitForm(PrimaryModelForm):
    kind = DynamicModelChoiceField(label=_('Kind'), queryset=ExhibitKind.objects.all(), required=False)
    hall = DynamicModelChoiceField(label=_('Hall'), queryset=Hall.objects.all(), required=False)
    site = DynamicModelChoiceField(label=_('Site'), queryset=Site.objects.all(), required=False)
    devices = DynamicModelMultipleChoiceField(label=_('Devices'), queryset=Device.objects.all(), required=False)
    facts = JSONField(label=_('Facts'), required=False)
    story = CommentField(label=_('Story'))

    fieldsets = (
        FieldSet('name', 'status', 'price', 'insured', 'website', 'address', 'description', 'tags', name=_('Exhibit')),
        FieldSet('kind', 'hall', 'site', 'devices', name=_('Relations')),
        FieldSet('opens', 'closes', name=_('Dates')),
        FieldSet('facts', 'story', name=_('Details')),
    )

    class Meta:
        model = Exhibit
        fields = [
            'name',
            'kind',
            'hall',
            'site',
            'devices',
            'status',
            'opens',
            'closes',
            'price',
            'insured',
            'website',
            'address',
            'facts',
            'story',
            'description',
            'owner',
            'comments',
            'tags',
        ]
        widgets = {
            'opens': DatePicker(),
            'closes': DatePicker(),
        }


class LoanForm(NetBoxModelForm):
    exhibit = DynamicModelChoiceField(label=_('Exhibit'), queryset=Exhibit.objects.all())
    lender = DynamicModelChoiceField(label=_('Lender'), queryset=Tenant.objects.all())

    fieldsets = (FieldSet('exhibit', 'lender', 'returned', 'tags', name=_('Loan')),)

    class Meta:
        model = Loan
        fields = ['exhibit', 'lender', 'returned', 'tags']
        widgets = {
            'returned': DateTimePicker(),
        }


class LabelForm(NetBoxModelForm):
    subject_type = ContentTypeChoiceField(
        label=_('Subject type'),
        queryset=ContentType.objects.filter(
            Q(app_label='netbox_kit_showcase', model='exhibit') | Q(app_label='dcim', model='rack')
        ),
        widget=HTMXSelect(),
    )
    subject = DynamicModelChoiceField(label=_('Subject'), queryset=Exhibit.objects.none(), disabled=True, selector=True)

    fieldsets = (
        FieldSet('text', 'tags', name=_('Exhibit Label')),
        FieldSet('subject_type', 'subject', name=_('Subject')),
    )

    class Meta:
        model = Label
        fields = ['text', 'tags']

    def __init__(self, *args, **kwargs):
        instance = kwargs.get('instance')
        initial = kwargs.get('initial', {}).copy()
        if instance is not None and instance.subject:
            initial.setdefault('subject_type', instance.subject_type_id)
            initial.setdefault('subject', instance.subject)
        kwargs['initial'] = initial

        super().__init__(*args, **kwargs)

        self._set_subject_choices()

    def clean(self):
        super().clean()

        self.instance.subject = self.cleaned_data.get('subject')

    def _set_subject_choices(self):
        # The objects to choose from are those of the type that is selected.
        type_id = get_field_value(self, 'subject_type')
        if not type_id:
            return
        try:
            model = self.fields['subject_type'].queryset.get(pk=type_id).model_class()
        except (ObjectDoesNotExist, ValueError):
            return
        field = self.fields['subject']
        field.queryset = model.objects.all()
        field.label = bettertitle(model._meta.verbose_name)
        field.disabled = False
        field.widget.attrs['selector'] = model._meta.label_lower
        if self.instance.pk and str(type_id) != str(self.instance.subject_type_id):
            self.initial['subject'] = None
