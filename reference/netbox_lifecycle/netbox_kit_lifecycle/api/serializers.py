from dcim.api.serializers import (
    DeviceSerializer,
    DeviceTypeSerializer,
    ManufacturerSerializer,
    ModuleSerializer,
    ModuleTypeSerializer,
)
from netbox.api.fields import ChoiceField, RelatedObjectCountField
from netbox.api.serializers import NetBoxModelSerializer, OrganizationalModelSerializer, PrimaryModelSerializer
from rest_framework import serializers
from rest_framework.validators import UniqueValidator
from virtualization.api.serializers import VirtualMachineSerializer

from .. import models
from ..choices import ExpiryChoices

__all__ = (
    'ContractAssignmentSerializer',
    'HardwareLifecycleSerializer',
    'LicenseSerializer',
    'LicenseAssignmentSerializer',
    'SupportContractSerializer',
    'VendorSerializer',
)


class HardwareLifecycleSerializer(PrimaryModelSerializer):
    device_type = DeviceTypeSerializer(
        nested=True,
        required=False,
        allow_null=True,
        validators=[UniqueValidator(queryset=models.HardwareLifecycle.objects.all())],
    )
    module_type = ModuleTypeSerializer(
        nested=True,
        required=False,
        allow_null=True,
        validators=[UniqueValidator(queryset=models.HardwareLifecycle.objects.all())],
    )
    expiry = ChoiceField(choices=ExpiryChoices, read_only=True)

    class Meta:
        model = models.HardwareLifecycle
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'device_type',
            'module_type',
            'end_of_sale',
            'end_of_maintenance',
            'end_of_security',
            'end_of_support',
            'expiry',
            'last_contract',
            'notice',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'description')


class VendorSerializer(OrganizationalModelSerializer):
    support_contract_count = RelatedObjectCountField('support_contracts')
    license_assignment_count = RelatedObjectCountField('license_assignments')

    class Meta:
        model = models.Vendor
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'slug',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'support_contract_count',
            'license_assignment_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description')


class SupportContractSerializer(PrimaryModelSerializer):
    vendor = VendorSerializer(nested=True)
    contract_assignment_count = RelatedObjectCountField('assignments')
    expiry = ChoiceField(choices=ExpiryChoices, read_only=True)

    class Meta:
        model = models.SupportContract
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'vendor',
            'contract_id',
            'start_date',
            'renewal_date',
            'end_date',
            'expiry',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'contract_assignment_count',
        )
        brief_fields = ('id', 'url', 'display', 'contract_id', 'description')


class ContractAssignmentSerializer(NetBoxModelSerializer):
    contract = SupportContractSerializer(nested=True)
    device = DeviceSerializer(nested=True, required=False, allow_null=True)
    module = ModuleSerializer(nested=True, required=False, allow_null=True)
    virtual_machine = VirtualMachineSerializer(nested=True, required=False, allow_null=True)
    last_day = serializers.DateField(read_only=True)
    expiry = ChoiceField(choices=ExpiryChoices, read_only=True)

    class Meta:
        model = models.ContractAssignment
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'contract',
            'device',
            'module',
            'virtual_machine',
            'sku',
            'end_date',
            'last_day',
            'expiry',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display')


class LicenseSerializer(PrimaryModelSerializer):
    manufacturer = ManufacturerSerializer(nested=True)
    license_assignment_count = RelatedObjectCountField('assignments')

    class Meta:
        model = models.License
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'manufacturer',
            'name',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'license_assignment_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class LicenseAssignmentSerializer(NetBoxModelSerializer):
    license = LicenseSerializer(nested=True)
    vendor = VendorSerializer(nested=True, required=False, allow_null=True)
    device = DeviceSerializer(nested=True, required=False, allow_null=True)
    virtual_machine = VirtualMachineSerializer(nested=True, required=False, allow_null=True)
    expiry = ChoiceField(choices=ExpiryChoices, read_only=True)

    class Meta:
        model = models.LicenseAssignment
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'license',
            'vendor',
            'device',
            'virtual_machine',
            'quantity',
            'end_date',
            'expiry',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display')
