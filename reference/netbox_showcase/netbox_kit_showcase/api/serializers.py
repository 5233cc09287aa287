from dcim.api.serializers import DeviceSerializer, SiteSerializer
from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from ipam.api.field_serializers import IPAddressField
from netbox.api.fields import ChoiceField, ContentTypeField, RelatedObjectCountField, SerializedPKRelatedField
from netbox.api.gfk_fields import GFKSerializerField
from netbox.api.serializers import (
    NestedGroupModelSerializer,
    NetBoxModelSerializer,
    OrganizationalModelSerializer,
    PrimaryModelSerializer,
    WritableNestedSerializer,
)
from rest_framework import serializers
from rest_framework.validators import UniqueValidator
from tenancy.api.serializers import TenantSerializer

from .. import models
from ..choices import ExhibitStatusChoices

__all__ = (
    'NestedHallSerializer',
    'ExhibitSerializer',
    'ExhibitKindSerializer',
    'HallSerializer',
    'LabelSerializer',
    'LoanSerializer',
)


class NestedHallSerializer(WritableNestedSerializer):
    _depth = serializers.IntegerField(source='level', read_only=True)

    class Meta:
        model = models.Hall
        fields = ('id', 'display_url', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ExhibitKindSerializer(OrganizationalModelSerializer):
    exhibit_count = RelatedObjectCountField('exhibits')

    class Meta:
        model = models.ExhibitKind
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'slug',
            'color',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'exhibit_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description')


class HallSerializer(NestedGroupModelSerializer):
    parent = NestedHallSerializer(required=False, allow_null=True)
    exhibit_count = RelatedObjectCountField('exhibits')

    class Meta:
        model = models.Hall
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'slug',
            'parent',
            'capacity',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'exhibit_count',
            '_depth',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description', '_depth')


class ExhibitSerializer(PrimaryModelSerializer):
    kind = ExhibitKindSerializer(nested=True, required=False, allow_null=True)
    hall = HallSerializer(nested=True, required=False, allow_null=True)
    site = SiteSerializer(nested=True, required=False, allow_null=True)
    devices = SerializedPKRelatedField(
        queryset=Device.objects.all(), serializer=DeviceSerializer, nested=True, required=False, many=True
    )
    status = ChoiceField(choices=ExhibitStatusChoices, required=False)
    address = IPAddressField(required=False, allow_null=True)

    class Meta:
        model = models.Exhibit
        fields = (
            'id',
            'url',
            'display_url',
            'display',
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
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class LoanSerializer(NetBoxModelSerializer):
    exhibit = ExhibitSerializer(nested=True, validators=[UniqueValidator(queryset=models.Loan.objects.all())])
    lender = TenantSerializer(nested=True)

    class Meta:
        model = models.Loan
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'exhibit',
            'lender',
            'returned',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display')


class LabelSerializer(NetBoxModelSerializer):
    subject_type = ContentTypeField(
        queryset=ContentType.objects.filter(
            Q(app_label='netbox_kit_showcase', model='exhibit') | Q(app_label='dcim', model='rack')
        )
    )
    subject = GFKSerializerField(read_only=True)

    class Meta:
        model = models.Label
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'subject_type',
            'subject_id',
            'subject',
            'text',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'text')
