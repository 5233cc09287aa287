from circuits.models import Circuit
from dcim.models import Device, DeviceType, Location, Rack, Site
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import PrimaryModelFilterSetForm
from utilities.forms.fields import DynamicModelMultipleChoiceField, TagFilterField
from utilities.forms.rendering import FieldSet
from virtualization.models import VirtualMachine

from ..choices import DocumentKindChoices
from ..models import Document

__all__ = ('DocumentFilterForm',)


class DocumentFilterForm(PrimaryModelFilterSetForm):
    model = Document
    fieldsets = (
        FieldSet('q', 'filter_id', 'tag', 'owner_id'),
        FieldSet('kind', name=_('Document')),
        FieldSet(
            'subject_site_id',
            'subject_location_id',
            'subject_rack_id',
            'subject_device_type_id',
            'subject_device_id',
            'subject_circuit_id',
            'subject_virtual_machine_id',
            name=_('Subject'),
        ),
    )
    subject_site_id = DynamicModelMultipleChoiceField(label=_('Site'), queryset=Site.objects.all(), required=False)
    subject_location_id = DynamicModelMultipleChoiceField(
        label=_('Location'), queryset=Location.objects.all(), required=False
    )
    subject_rack_id = DynamicModelMultipleChoiceField(label=_('Rack'), queryset=Rack.objects.all(), required=False)
    subject_device_type_id = DynamicModelMultipleChoiceField(
        label=_('Device type'), queryset=DeviceType.objects.all(), required=False
    )
    subject_device_id = DynamicModelMultipleChoiceField(
        label=_('Device'), queryset=Device.objects.all(), required=False
    )
    subject_circuit_id = DynamicModelMultipleChoiceField(
        label=_('Circuit'), queryset=Circuit.objects.all(), required=False
    )
    subject_virtual_machine_id = DynamicModelMultipleChoiceField(
        label=_('Virtual machine'), queryset=VirtualMachine.objects.all(), required=False
    )
    kind = forms.MultipleChoiceField(label=_('Kind'), choices=DocumentKindChoices, required=False)
    tag = TagFilterField(model)
