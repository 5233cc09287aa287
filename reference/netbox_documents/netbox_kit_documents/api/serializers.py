from netbox.api.fields import ChoiceField, ContentTypeField
from netbox.api.gfk_fields import GFKSerializerField
from netbox.api.serializers import PrimaryModelSerializer
from rest_framework import serializers

from .. import models
from ..choices import DocumentKindChoices
from ..subjects import get_subject_types

__all__ = ('DocumentSerializer',)


class DocumentSerializer(PrimaryModelSerializer):
    subject_type = ContentTypeField(queryset=get_subject_types())
    subject = GFKSerializerField(read_only=True)
    file_missing = serializers.BooleanField(read_only=True)
    kind = ChoiceField(choices=DocumentKindChoices, required=False)

    class Meta:
        model = models.Document
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'subject_type',
            'subject_id',
            'subject',
            'kind',
            'file',
            'file_missing',
            'external_url',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'description')
