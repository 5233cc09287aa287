from core.api.serializers import DataFileSerializer
from dcim.api.serializers import DeviceRoleSerializer, DeviceSerializer, PlatformSerializer, SiteSerializer
from dcim.choices import DeviceStatusChoices
from dcim.models import Device, DeviceRole, Platform, Site
from django.utils.translation import gettext as _
from extras.api.serializers import TagSerializer
from extras.models import Tag
from netbox.api.fields import ChoiceField, RelatedObjectCountField, SerializedPKRelatedField
from netbox.api.serializers import NetBoxModelSerializer, PrimaryModelSerializer
from rest_framework import serializers

from .. import models
from ..choices import ComplianceTestSeverityChoices

__all__ = (
    'ComplianceReportSerializer',
    'ComplianceSelectorSerializer',
    'ComplianceTestSerializer',
    'ComplianceTestResultSerializer',
    'RunSerializer',
)


class ComplianceSelectorSerializer(PrimaryModelSerializer):
    sites = SerializedPKRelatedField(
        queryset=Site.objects.all(), serializer=SiteSerializer, nested=True, required=False, many=True
    )
    roles = SerializedPKRelatedField(
        queryset=DeviceRole.objects.all(), serializer=DeviceRoleSerializer, nested=True, required=False, many=True
    )
    platforms = SerializedPKRelatedField(
        queryset=Platform.objects.all(), serializer=PlatformSerializer, nested=True, required=False, many=True
    )
    device_tags = SerializedPKRelatedField(
        queryset=Tag.objects.all(), serializer=TagSerializer, nested=True, required=False, many=True
    )
    status = ChoiceField(choices=DeviceStatusChoices, required=False, allow_blank=True, allow_null=True)

    class Meta:
        model = models.ComplianceSelector
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'sites',
            'roles',
            'platforms',
            'device_tags',
            'status',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class ComplianceTestSerializer(PrimaryModelSerializer):
    severity = ChoiceField(choices=ComplianceTestSeverityChoices, required=False)
    selectors = SerializedPKRelatedField(
        queryset=models.ComplianceSelector.objects.all(),
        serializer=ComplianceSelectorSerializer,
        nested=True,
        required=False,
        many=True,
    )
    source_file = DataFileSerializer(nested=True, required=False, allow_null=True)
    compliance_test_result_count = RelatedObjectCountField('results')

    class Meta:
        model = models.ComplianceTest
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'severity',
            'enabled',
            'selectors',
            'expression',
            'source_file',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'compliance_test_result_count',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')


class ComplianceReportSerializer(NetBoxModelSerializer):
    compliance_test_result_count = RelatedObjectCountField('results')

    class Meta:
        model = models.ComplianceReport
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'title',
            'started',
            'finished',
            'devices',
            'passed',
            'failed',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
            'compliance_test_result_count',
        )
        brief_fields = ('id', 'url', 'display', 'title')


class ComplianceTestResultSerializer(NetBoxModelSerializer):
    report = ComplianceReportSerializer(nested=True)
    test = ComplianceTestSerializer(nested=True)
    device = DeviceSerializer(nested=True)

    class Meta:
        model = models.ComplianceTestResult
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'report',
            'test',
            'device',
            'passed',
            'explanation',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display')


class RunSerializer(serializers.Serializer):
    """
    What to run: tests that the user may run, on devices that the user may view.
    """

    # An empty list is refused: a script that has found nothing does not mean everything.
    tests = serializers.PrimaryKeyRelatedField(
        queryset=models.ComplianceTest.objects.none(), many=True, required=False, allow_empty=False
    )
    devices = serializers.PrimaryKeyRelatedField(
        queryset=Device.objects.none(), many=True, required=False, allow_empty=False
    )
    title = serializers.CharField(max_length=100, required=False, allow_blank=True)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        # The schema is made without a request.
        if request := self.context.get('request'):
            runnable = models.ComplianceTest.objects.restrict(request.user, 'run').filter(enabled=True)
            self.fields['tests'].child_relation.queryset = runnable
            self.fields['devices'].child_relation.queryset = Device.objects.restrict(request.user, 'view')

    def validate(self, data):
        if 'tests' not in data:
            data['tests'] = list(self.fields['tests'].child_relation.queryset)
        if not data['tests']:
            raise serializers.ValidationError(_('There is no test that is enabled and that you may run.'))
        return data
