from dcim.api.serializers import (
    DeviceSerializer,
    DeviceTypeSerializer,
    InventoryItemSerializer,
    LocationSerializer,
    ManufacturerSerializer,
    ModuleSerializer,
    ModuleTypeSerializer,
    RackSerializer,
    RackTypeSerializer,
)
from netbox.api.fields import ChoiceField, RelatedObjectCountField
from netbox.api.serializers import (
    NestedGroupModelSerializer,
    OrganizationalModelSerializer,
    PrimaryModelSerializer,
    WritableNestedSerializer,
)
from rest_framework import serializers
from rest_framework.validators import UniqueValidator
from tenancy.api.serializers import TenantSerializer

from .. import models
from ..choices import AssetStatusChoices, KindChoices, WarrantyChoices

__all__ = (
    'NestedItemGroupSerializer',
    'AssetSerializer',
    'DeliverySerializer',
    'ItemGroupSerializer',
    'ItemTypeSerializer',
    'PurchaseSerializer',
    'SupplierSerializer',
)


class NestedItemGroupSerializer(WritableNestedSerializer):
    _depth = serializers.IntegerField(source='level', read_only=True)

    class Meta:
        model = models.ItemGroup
        fields = ('id', 'display_url', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ItemGroupSerializer(NestedGroupModelSerializer):
    parent = NestedItemGroupSerializer(required=False, allow_null=True)
    item_type_count = RelatedObjectCountField('item_types')

    class Meta:
        model = models.ItemGroup
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'slug',
            'parent',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'item_type_count',
            '_depth',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ItemTypeSerializer(PrimaryModelSerializer):
    manufacturer = ManufacturerSerializer(nested=True)
    group = ItemGroupSerializer(nested=True, required=False, allow_null=True)
    asset_count = RelatedObjectCountField('assets')

    class Meta:
        model = models.ItemType
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'manufacturer',
            'model',
            'part_number',
            'group',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'asset_count',
        )
        brief_fields = ('id', 'url', 'display', 'model', 'description')


class SupplierSerializer(OrganizationalModelSerializer):
    purchase_count = RelatedObjectCountField('purchases')

    class Meta:
        model = models.Supplier
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
            'purchase_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description')


class PurchaseSerializer(PrimaryModelSerializer):
    supplier = SupplierSerializer(nested=True)
    delivery_count = RelatedObjectCountField('deliveries')
    asset_count = RelatedObjectCountField('assets')

    class Meta:
        model = models.Purchase
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'supplier',
            'name',
            'date',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'delivery_count',
            'asset_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class DeliverySerializer(PrimaryModelSerializer):
    purchase = PurchaseSerializer(nested=True)
    asset_count = RelatedObjectCountField('assets')

    class Meta:
        model = models.Delivery
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'purchase',
            'name',
            'date',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'asset_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class AssetSerializer(PrimaryModelSerializer):
    status = ChoiceField(choices=AssetStatusChoices, required=False)
    kind = ChoiceField(choices=KindChoices, read_only=True)
    warranty = ChoiceField(choices=WarrantyChoices, read_only=True)
    device_type = DeviceTypeSerializer(nested=True, required=False, allow_null=True)
    module_type = ModuleTypeSerializer(nested=True, required=False, allow_null=True)
    item_type = ItemTypeSerializer(nested=True, required=False, allow_null=True)
    rack_type = RackTypeSerializer(nested=True, required=False, allow_null=True)
    device = DeviceSerializer(
        nested=True, required=False, allow_null=True, validators=[UniqueValidator(queryset=models.Asset.objects.all())]
    )
    module = ModuleSerializer(
        nested=True, required=False, allow_null=True, validators=[UniqueValidator(queryset=models.Asset.objects.all())]
    )
    inventory_item = InventoryItemSerializer(
        nested=True, required=False, allow_null=True, validators=[UniqueValidator(queryset=models.Asset.objects.all())]
    )
    rack = RackSerializer(
        nested=True, required=False, allow_null=True, validators=[UniqueValidator(queryset=models.Asset.objects.all())]
    )
    storage_location = LocationSerializer(nested=True, required=False, allow_null=True)
    tenant = TenantSerializer(nested=True, required=False, allow_null=True)
    owning_tenant = TenantSerializer(nested=True, required=False, allow_null=True)
    purchase = PurchaseSerializer(nested=True, required=False, allow_null=True)
    delivery = DeliverySerializer(nested=True, required=False, allow_null=True)

    class Meta:
        model = models.Asset
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'asset_tag',
            'serial',
            'status',
            'kind',
            'device_type',
            'module_type',
            'item_type',
            'rack_type',
            'device',
            'module',
            'inventory_item',
            'rack',
            'storage_location',
            'tenant',
            'owning_tenant',
            'purchase',
            'delivery',
            'warranty_start',
            'warranty_end',
            'warranty',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'asset_tag', 'serial', 'description')
