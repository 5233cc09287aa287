from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from django.core.exceptions import ObjectDoesNotExist
from django.db.models import Q
from django.utils.translation import gettext_lazy as _
from netbox.forms import NetBoxModelForm, PrimaryModelForm
from tenancy.models import Tenant
from utilities.forms import get_field_value
from utilities.forms.fields import ContentTypeChoiceField, DynamicModelChoiceField, DynamicModelMultipleChoiceField
from utilities.forms.rendering import FieldSet
from utilities.forms.widgets import DatePicker, HTMXSelect
from utilities.templatetags.builtins.filters import bettertitle
from virtualization.models import VirtualMachine

from ..models import Application, BusinessService, ConfigItem, PenetrationTest, Relation

__all__ = (
    'ApplicationForm',
    'BusinessServiceForm',
    'ConfigItemForm',
    'PenetrationTestForm',
    'RelationForm',
)


class BusinessServiceForm(PrimaryModelForm):
    clients = DynamicModelMultipleChoiceField(label=_('Clients'), queryset=Tenant.objects.all(), required=False)

    fieldsets = (
        FieldSet('name', 'status', 'criticality', 'clients', 'description', 'tags', name=_('Business Service')),
    )

    class Meta:
        model = BusinessService
        fields = ['name', 'status', 'criticality', 'clients', 'description', 'owner', 'comments', 'tags']


class ApplicationForm(PrimaryModelForm):
    services = DynamicModelMultipleChoiceField(
        label=_('Services'), queryset=BusinessService.objects.all(), required=False
    )
    devices = DynamicModelMultipleChoiceField(label=_('Devices'), queryset=Device.objects.all(), required=False)
    virtual_machines = DynamicModelMultipleChoiceField(
        label=_('Virtual machines'), queryset=VirtualMachine.objects.all(), required=False
    )

    fieldsets = (
        FieldSet('name', 'version', 'protocol', 'ports', 'description', 'tags', name=_('Application')),
        FieldSet('services', 'devices', 'virtual_machines', name=_('Relations')),
    )

    class Meta:
        model = Application
        fields = [
            'name',
            'version',
            'protocol',
            'ports',
            'services',
            'devices',
            'virtual_machines',
            'description',
            'owner',
            'comments',
            'tags',
        ]


class ConfigItemForm(NetBoxModelForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all())
    item_type = ContentTypeChoiceField(
        label=_('Item type'),
        queryset=ContentType.objects.filter(
            Q(app_label='dcim', model='device')
            | Q(app_label='virtualization', model='virtualmachine')
            | Q(app_label='netbox_kit_service_map', model='application')
            | Q(app_label='ipam', model='ipaddress')
            | Q(app_label='circuits', model='circuit')
        ),
        widget=HTMXSelect(),
    )
    item = DynamicModelChoiceField(label=_('Item'), queryset=Device.objects.none(), disabled=True, selector=True)

    fieldsets = (
        FieldSet('service', 'role', 'tags', name=_('Config Item')),
        FieldSet('item_type', 'item', name=_('Item')),
    )

    class Meta:
        model = ConfigItem
        fields = ['service', 'role', 'tags']

    def __init__(self, *args, **kwargs):
        instance = kwargs.get('instance')
        initial = kwargs.get('initial', {}).copy()
        if instance is not None and instance.item:
            initial.setdefault('item_type', instance.item_type_id)
            initial.setdefault('item', instance.item)
        kwargs['initial'] = initial

        super().__init__(*args, **kwargs)

        self._set_item_choices()

    def clean(self):
        super().clean()

        self.instance.item = self.cleaned_data.get('item')

    def _set_item_choices(self):
        # The objects to choose from are those of the type that is selected.
        type_id = get_field_value(self, 'item_type')
        if not type_id:
            return
        try:
            model = self.fields['item_type'].queryset.get(pk=type_id).model_class()
        except (ObjectDoesNotExist, ValueError):
            return
        field = self.fields['item']
        field.queryset = model.objects.all()
        field.label = bettertitle(model._meta.verbose_name)
        field.disabled = False
        field.widget.attrs['selector'] = model._meta.label_lower
        if self.instance.pk and str(type_id) != str(self.instance.item_type_id):
            self.initial['item'] = None

    def _get_validation_exclusions(self):
        # What is unique together is validated only if the form has all of its fields.
        exclude = super()._get_validation_exclusions()
        if self.cleaned_data.get('item'):
            exclude -= {'item_type', 'item_id'}
        return exclude


class RelationForm(NetBoxModelForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all())
    source = DynamicModelChoiceField(
        label=_('Source'),
        queryset=ConfigItem.objects.all(),
        query_params={'service_id': '$service'},
        help_text=_('The config item that depends on the other one'),
    )
    destination = DynamicModelChoiceField(
        label=_('Destination'),
        queryset=ConfigItem.objects.all(),
        query_params={'service_id': '$service'},
        help_text=_('The config item that is needed'),
    )

    fieldsets = (FieldSet('service', 'source', 'destination', 'connector', 'link_text', 'tags', name=_('Relation')),)

    class Meta:
        model = Relation
        fields = ['service', 'source', 'destination', 'connector', 'link_text', 'tags']


class PenetrationTestForm(NetBoxModelForm):
    service = DynamicModelChoiceField(label=_('Service'), queryset=BusinessService.objects.all())

    fieldsets = (FieldSet('service', 'date', 'ticket', 'status', 'report_url', 'tags', name=_('Penetration Test')),)

    class Meta:
        model = PenetrationTest
        fields = ['service', 'date', 'ticket', 'status', 'report_url', 'tags']
        widgets = {
            'date': DatePicker(),
        }
