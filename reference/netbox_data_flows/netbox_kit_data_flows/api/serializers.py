from ipam.api.serializers import IPAddressSerializer, IPRangeSerializer, PrefixSerializer
from ipam.models import IPAddress, IPRange, Prefix
from netbox.api.fields import ChoiceField, IntegerRangeSerializer, RelatedObjectCountField, SerializedPKRelatedField
from netbox.api.serializers import (
    NestedGroupModelSerializer,
    OrganizationalModelSerializer,
    PrimaryModelSerializer,
    WritableNestedSerializer,
)
from rest_framework import serializers
from tenancy.api.serializers import TenantSerializer

from .. import models
from ..choices import DataFlowProtocolChoices, DataFlowStatusChoices, FlowGroupStatusChoices
from ..inheritance import get_disabled_groups, is_in_force

__all__ = (
    'NestedFlowGroupSerializer',
    'ApplicationSerializer',
    'ApplicationRoleSerializer',
    'DataFlowSerializer',
    'FlowGroupSerializer',
    'ObjectAliasSerializer',
)


class NestedFlowGroupSerializer(WritableNestedSerializer):
    _depth = serializers.IntegerField(source='level', read_only=True)

    class Meta:
        model = models.FlowGroup
        fields = ('id', 'display_url', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ApplicationRoleSerializer(OrganizationalModelSerializer):
    application_count = RelatedObjectCountField('applications')

    class Meta:
        model = models.ApplicationRole
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
            'application_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description')


class ApplicationSerializer(PrimaryModelSerializer):
    role = ApplicationRoleSerializer(nested=True, required=False, allow_null=True)
    tenant = TenantSerializer(nested=True, required=False, allow_null=True)
    flow_group_count = RelatedObjectCountField('flow_groups')
    data_flow_count = RelatedObjectCountField('data_flows')

    class Meta:
        model = models.Application
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'role',
            'tenant',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'flow_group_count',
            'data_flow_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class FlowGroupSerializer(NestedGroupModelSerializer):
    parent = NestedFlowGroupSerializer(required=False, allow_null=True)
    application = ApplicationSerializer(nested=True, required=False, allow_null=True)
    status = ChoiceField(choices=FlowGroupStatusChoices, required=False)
    data_flow_count = RelatedObjectCountField('data_flows')

    class Meta:
        model = models.FlowGroup
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'slug',
            'parent',
            'application',
            'status',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'data_flow_count',
            '_depth',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ObjectAliasSerializer(PrimaryModelSerializer):
    prefixes = SerializedPKRelatedField(
        queryset=Prefix.objects.all(), serializer=PrefixSerializer, nested=True, required=False, many=True
    )
    ip_ranges = SerializedPKRelatedField(
        queryset=IPRange.objects.all(), serializer=IPRangeSerializer, nested=True, required=False, many=True
    )
    ip_addresses = SerializedPKRelatedField(
        queryset=IPAddress.objects.all(), serializer=IPAddressSerializer, nested=True, required=False, many=True
    )

    class Meta:
        model = models.ObjectAlias
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'prefixes',
            'ip_ranges',
            'ip_addresses',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class DataFlowSerializer(PrimaryModelSerializer):
    application = ApplicationSerializer(nested=True, required=False, allow_null=True)
    group = FlowGroupSerializer(nested=True, required=False, allow_null=True)
    tenant = TenantSerializer(nested=True, required=False, allow_null=True)
    status = ChoiceField(choices=DataFlowStatusChoices, required=False)
    protocol = ChoiceField(choices=DataFlowProtocolChoices, required=False)
    source_ports = IntegerRangeSerializer(many=True, required=False)
    destination_ports = IntegerRangeSerializer(many=True, required=False)
    in_force = serializers.SerializerMethodField()
    sources = SerializedPKRelatedField(
        queryset=models.ObjectAlias.objects.all(),
        serializer=ObjectAliasSerializer,
        nested=True,
        required=False,
        many=True,
    )
    destinations = SerializedPKRelatedField(
        queryset=models.ObjectAlias.objects.all(),
        serializer=ObjectAliasSerializer,
        nested=True,
        required=False,
        many=True,
    )

    class Meta:
        model = models.DataFlow
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'application',
            'group',
            'tenant',
            'status',
            'protocol',
            'source_ports',
            'destination_ports',
            'in_force',
            'sources',
            'destinations',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')

    def get_in_force(self, instance) -> bool:
        # All objects of a list share the context.
        if 'disabled_groups' not in self.context:
            self.context['disabled_groups'] = get_disabled_groups()
        return is_in_force(instance, self.context['disabled_groups'])
