from dcim.models import Device, Site
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import (
    NestedGroupModelImportForm,
    NetBoxModelImportForm,
    OrganizationalModelImportForm,
    PrimaryModelImportForm,
)
from tenancy.models import Tenant
from utilities.forms.fields import (
    CSVChoiceField,
    CSVContentTypeField,
    CSVModelChoiceField,
    CSVModelMultipleChoiceField,
    JSONField,
)

from ..choices import ExhibitStatusChoices
from ..models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitImportForm',
    'ExhibitKindImportForm',
    'HallImportForm',
    'LabelImportForm',
    'LoanImportForm',
)


class ExhibitKindImportForm(OrganizationalModelImportForm):
    class Meta:
        model = ExhibitKind
        fields = ('name', 'slug', 'color', 'description', 'owner', 'comments', 'tags')


class HallImportForm(NestedGroupModelImportForm):
    parent = CSVModelChoiceField(
        label=_('Parent'),
        queryset=Hall.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the hall's parent"),
    )

    class Meta:
        model = Hall
        fields = ('name', 'slug', 'parent', 'capacity', 'description', 'owner', 'comments', 'tags')


class ExhibitImportForm(PrimaryModelImportForm):
    kind = CSVModelChoiceField(
        label=_('Kind'),
        queryset=ExhibitKind.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the exhibit's kind"),
    )
    hall = CSVModelChoiceField(
        label=_('Hall'),
        queryset=Hall.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the exhibit's hall"),
    )
    site = CSVModelChoiceField(
        label=_('Site'),
        queryset=Site.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_("Name of the exhibit's site"),
    )
    devices = CSVModelMultipleChoiceField(
        label=_('Devices'),
        queryset=Device.objects.all(),
        to_field_name='name',
        required=False,
        help_text=_('Device names separated by commas, encased with double quotes (e.g. "a,b,c")'),
    )
    status = CSVChoiceField(label=_('Status'), choices=ExhibitStatusChoices)
    facts = JSONField(label=_('Facts'), required=False)

    class Meta:
        model = Exhibit
        fields = (
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
        )


class LoanImportForm(NetBoxModelImportForm):
    exhibit = CSVModelChoiceField(
        label=_('Exhibit'),
        queryset=Exhibit.objects.all(),
        to_field_name='name',
        help_text=_("Name of the loan's exhibit"),
    )
    lender = CSVModelChoiceField(
        label=_('Lender'), queryset=Tenant.objects.all(), to_field_name='name', help_text=_("Name of the loan's lender")
    )

    class Meta:
        model = Loan
        fields = ('exhibit', 'lender', 'returned', 'tags')


class LabelImportForm(NetBoxModelImportForm):
    subject_type = CSVContentTypeField(
        label=_('Subject type (app & model)'),
        queryset=ContentType.objects.filter(
            Q(app_label='netbox_kit_showcase', model='exhibit') | Q(app_label='dcim', model='rack')
        ),
    )

    class Meta:
        model = Label
        fields = ('subject_type', 'subject_id', 'text', 'tags')
        labels = {
            'subject_id': _('Subject ID'),
        }
