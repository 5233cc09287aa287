from dcim.api.serializers import DeviceSerializer
from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema_field
from netbox.api.fields import ChoiceField, ContentTypeField, RelatedObjectCountField, SerializedPKRelatedField
from netbox.api.gfk_fields import GFKSerializerField
from netbox.api.serializers import NetBoxModelSerializer, PrimaryModelSerializer
from rest_framework import serializers
from tenancy.api.serializers import TenantSerializer
from tenancy.models import Tenant
from virtualization.api.serializers import VirtualMachineSerializer
from virtualization.models import VirtualMachine

from .. import models
from ..choices import (
    ApplicationProtocolChoices,
    BusinessServiceCriticalityChoices,
    BusinessServiceStatusChoices,
    ConfigItemRoleChoices,
    PenetrationTestStatusChoices,
    RelationConnectorChoices,
)

__all__ = (
    'ApplicationSerializer',
    'BusinessServiceSerializer',
    'ConfigItemSerializer',
    'ImpactSerializer',
    'PenetrationTestSerializer',
    'RelationSerializer',
)


class BusinessServiceSerializer(PrimaryModelSerializer):
    status = ChoiceField(choices=BusinessServiceStatusChoices, required=False)
    criticality = ChoiceField(choices=BusinessServiceCriticalityChoices, required=False)
    clients = SerializedPKRelatedField(
        queryset=Tenant.objects.all(), serializer=TenantSerializer, nested=True, required=False, many=True
    )
    config_item_count = RelatedObjectCountField('config_items')
    relation_count = RelatedObjectCountField('relations')
    penetration_test_count = RelatedObjectCountField('penetration_tests')

    class Meta:
        model = models.BusinessService
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'status',
            'criticality',
            'clients',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'config_item_count',
            'relation_count',
            'penetration_test_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class ApplicationSerializer(PrimaryModelSerializer):
    protocol = ChoiceField(choices=ApplicationProtocolChoices, required=False, allow_blank=True, allow_null=True)
    services = SerializedPKRelatedField(
        queryset=models.BusinessService.objects.all(),
        serializer=BusinessServiceSerializer,
        nested=True,
        required=False,
        many=True,
    )
    devices = SerializedPKRelatedField(
        queryset=Device.objects.all(), serializer=DeviceSerializer, nested=True, required=False, many=True
    )
    virtual_machines = SerializedPKRelatedField(
        queryset=VirtualMachine.objects.all(),
        serializer=VirtualMachineSerializer,
        nested=True,
        required=False,
        many=True,
    )

    class Meta:
        model = models.Application
        fields = (
            'id',
            'url',
            'display_url',
            'display',
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
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class ConfigItemSerializer(NetBoxModelSerializer):
    service = BusinessServiceSerializer(nested=True)
    item_type = ContentTypeField(
        queryset=ContentType.objects.filter(
            Q(app_label='dcim', model='device')
            | Q(app_label='virtualization', model='virtualmachine')
            | Q(app_label='netbox_kit_service_map', model='application')
            | Q(app_label='ipam', model='ipaddress')
            | Q(app_label='circuits', model='circuit')
        )
    )
    item = GFKSerializerField(read_only=True)
    role = ChoiceField(choices=ConfigItemRoleChoices, required=False, allow_blank=True, allow_null=True)
    outgoing_relations_count = RelatedObjectCountField('outgoing_relations')
    incoming_relations_count = RelatedObjectCountField('incoming_relations')

    class Meta:
        model = models.ConfigItem
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'service',
            'item_type',
            'item_id',
            'item',
            'role',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'outgoing_relations_count',
            'incoming_relations_count',
        )
        brief_fields = ('id', 'url', 'display')


class RelationSerializer(NetBoxModelSerializer):
    service = BusinessServiceSerializer(nested=True)
    source = ConfigItemSerializer(nested=True)
    destination = ConfigItemSerializer(nested=True)
    connector = ChoiceField(choices=RelationConnectorChoices, required=False)

    class Meta:
        model = models.Relation
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'service',
            'source',
            'destination',
            'connector',
            'link_text',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display')


class PenetrationTestSerializer(NetBoxModelSerializer):
    service = BusinessServiceSerializer(nested=True)
    status = ChoiceField(choices=PenetrationTestStatusChoices, required=False)

    class Meta:
        model = models.PenetrationTest
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'service',
            'date',
            'ticket',
            'status',
            'report_url',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'ticket')


class ImpactStepSerializer(serializers.Serializer):
    """
    An object on the way from what was asked for to a service; without a name where the user may not see it.
    """

    object_type = serializers.CharField(allow_null=True)
    object_id = serializers.IntegerField(allow_null=True)
    display = serializers.CharField()

    def to_representation(self, instance):
        return {
            'object_type': instance and instance._meta.label_lower,
            'object_id': instance and instance.pk,
            'display': _('(hidden)') if instance is None else str(instance),
        }


class ImpactSerializer(serializers.Serializer):
    service = BusinessServiceSerializer(nested=True)
    path = serializers.SerializerMethodField()

    @extend_schema_field(ImpactStepSerializer(many=True))
    def get_path(self, impact):
        # Not a field of its own: a list field would skip what is None.
        return [ImpactStepSerializer().to_representation(step) for step in impact.path]
