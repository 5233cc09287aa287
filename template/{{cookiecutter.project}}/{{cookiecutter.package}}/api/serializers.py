{% if plugin.models %}
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q
from drf_spectacular.utils import extend_schema_field
{% for app, name in code.rest.core_serializers(plugin) %}
from {{ app }}.api.serializers import {{ name }}
{% endfor %}
{% for reference in plugin.core_models %}
from {{ reference.app }}.models import {{ reference.model }}
{% endfor %}
from ipam.api.field_serializers import IPAddressField, IPNetworkField
from netbox.api.fields import ChoiceField, ContentTypeField, RelatedObjectCountField, SerializedPKRelatedField
{% if plugin.netbox.since('4.5') %}
from netbox.api.gfk_fields import GFKSerializerField
from netbox.api.serializers import OrganizationalModelSerializer, PrimaryModelSerializer
{% endif %}
from netbox.api.serializers import NestedGroupModelSerializer, NetBoxModelSerializer, WritableNestedSerializer
from rest_framework import serializers
from rest_framework.validators import UniqueValidator
from utilities.api import get_serializer_for_model

from .. import models
{% for field in plugin.choice_sets %}
from ..choices import {{ field.class_name }}
{% endfor %}

__all__ = (
{% for model in code.rest.nested(plugin) %}
    'Nested{{ model.name }}Serializer',
{% endfor %}
{% for model in plugin.models | sort(attribute='name') %}
    '{{ model.name }}Serializer',
{% endfor %}
)


{% for model in code.rest.nested(plugin) %}
class Nested{{ model.name }}Serializer(WritableNestedSerializer):
{% if model.base == 'nested' %}
    _depth = serializers.IntegerField(source='level', read_only=True)

{% endif %}
    class Meta:
        model = models.{{ model.name }}
        fields = {{ code.rest.nested_fields(model, plugin) }}


{% endfor %}
{% for model in code.rest.sorted_models(plugin) %}
class {{ model.name }}Serializer({{ code.rest.base(model) }}):
{% for name, source in code.rest.declared(model, plugin) %}
    {{ name }} = {{ source }}
{% if loop.last %}

{% endif %}
{% endfor %}
    class Meta:
        model = models.{{ model.name }}
        fields = {{ code.rest.field_names(model, plugin) }}
        brief_fields = {{ code.rest.brief_fields(model, plugin) }}
{% for name in code.rest.described(model, plugin.netbox) %}

    @extend_schema_field(serializers.JSONField(allow_null=True))
    def get_{{ name }}(self, obj):
        if obj.{{ name }} is None:
            return None
        serializer = get_serializer_for_model(obj.{{ name }})
        return serializer(obj.{{ name }}, nested=True, context={'request': self.context['request']}).data
{% endfor %}


{% endfor %}
{% endif %}
