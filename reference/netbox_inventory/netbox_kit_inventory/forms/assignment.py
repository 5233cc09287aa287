from dcim.models import Device, InventoryItem, Module, Rack
from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms.mixins import ChangelogMessageMixin
from utilities.forms.fields import DynamicModelChoiceField

from ..choices import AssetStatusChoices
from ..hardware import HARDWARE_FIELDS, KINDS, get_kind
from ..models import Asset
from ..statuses import get_statuses

__all__ = (
    'AssetAssignForm',
    'AssetFreeForm',
    'HardwareAssignForm',
)


class AssetAssignForm(ChangelogMessageMixin, forms.ModelForm):
    """
    Choose hardware for an asset.
    """

    device = DynamicModelChoiceField(label=_('Device'), queryset=Device.objects.all())
    module = DynamicModelChoiceField(label=_('Module'), queryset=Module.objects.all())
    inventory_item = DynamicModelChoiceField(label=_('Inventory item'), queryset=InventoryItem.objects.all())
    rack = DynamicModelChoiceField(label=_('Rack'), queryset=Rack.objects.all())

    class Meta:
        model = Asset
        fields = HARDWARE_FIELDS

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

        own = get_kind(self.instance.kind)
        for kind in KINDS:
            if kind != own:
                del self.fields[kind.field]
        # Racks need no type, so that one without may be that of the asset.
        if own.value in ('device', 'module'):
            self.fields[own.field].widget.add_query_param(f'{own.type_field}_id', self.instance.hardware_type.pk)


class AssetFreeForm(ChangelogMessageMixin, forms.ModelForm):
    """
    Say what becomes of an asset that is freed.
    """

    status = forms.ChoiceField(label=_('Status'))

    class Meta:
        model = Asset
        fields = ('status', 'storage_location')
        field_classes = {'storage_location': DynamicModelChoiceField}

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)

        statuses = get_statuses(assigned=False)
        labels = dict(AssetStatusChoices)
        self.fields['status'].choices = [(status, labels[status]) for status in statuses]
        if self.initial.get('status') not in statuses:
            self.initial['status'] = statuses[0]


class HardwareAssignForm(forms.Form):
    """
    Choose one of some assets for hardware.
    """

    asset = DynamicModelChoiceField(label=_('Asset'), queryset=Asset.objects.none())

    def __init__(self, hardware, assets, *args, **kwargs):
        super().__init__(*args, **kwargs)

        kind = next(kind for kind in KINDS if isinstance(hardware, kind.model))
        statuses = [status for status in get_statuses(assigned=False) if status != AssetStatusChoices.STATUS_RETIRED]
        field = self.fields['asset']
        field.queryset = assets
        field.widget.add_query_params({'kind': kind.value, 'assigned': 'false', 'status': statuses})
        own_type = kind.own_type_field and getattr(hardware, kind.own_type_field)
        if own_type:
            field.widget.add_query_param(f'{kind.type_field}_id', own_type.pk)
