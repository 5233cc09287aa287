from django.utils.translation import gettext as _
from netbox.api.fields import ContentTypeField, RelatedObjectCountField
from netbox.api.gfk_fields import GFKSerializerField
from netbox.api.serializers import NestedGroupModelSerializer, PrimaryModelSerializer, WritableNestedSerializer
from rest_framework import serializers
from rest_framework.validators import UniqueValidator
from users.api.serializers import UserSerializer

from .. import models
from ..confidential import get_session
from ..subjects import get_assigned_object_types

__all__ = (
    'KeyPairSerializer',
    'NestedSecretRoleSerializer',
    'PrivateKeySerializer',
    'RevealedSerializer',
    'SecretSerializer',
    'SecretRoleSerializer',
    'SessionKeySerializer',
    'UserKeySerializer',
)


class NestedSecretRoleSerializer(WritableNestedSerializer):
    _depth = serializers.IntegerField(source='level', read_only=True)

    class Meta:
        model = models.SecretRole
        fields = ('id', 'display_url', 'url', 'display', 'name', 'slug', 'description', '_depth')


class SecretRoleSerializer(NestedGroupModelSerializer):
    parent = NestedSecretRoleSerializer(required=False, allow_null=True)
    secret_count = RelatedObjectCountField('secrets')

    class Meta:
        model = models.SecretRole
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
            'secret_count',
            '_depth',
        )
        brief_fields = ('id', 'url', 'display', 'name', 'slug', 'description', '_depth')


class SecretSerializer(PrimaryModelSerializer):
    assigned_object_type = ContentTypeField(queryset=get_assigned_object_types())
    assigned_object = GFKSerializerField(read_only=True)
    role = SecretRoleSerializer(nested=True)
    # Never in what NetBox makes of a secret: responses, webhooks, data of event rules, exports. See `reveal`.
    plaintext = serializers.CharField(
        write_only=True,
        required=False,
        trim_whitespace=False,
        max_length=65535,
        style={'base_template': 'textarea.html'},
    )

    class Meta:
        model = models.Secret
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'name',
            'assigned_object_type',
            'assigned_object_id',
            'assigned_object',
            'role',
            'plaintext',
            'value_changed',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        read_only_fields = ('value_changed',)
        brief_fields = ('id', 'url', 'display', 'name', 'description')

    def validate(self, data):
        # NetBox makes a secret of the data to validate it, and a secret has no such field.
        plaintext = {name: data.pop(name) for name in ('plaintext',) if name in data}
        if self.instance is None and not plaintext and not self.nested:
            raise serializers.ValidationError({'plaintext': [_('This field is required.')]})
        return super().validate(data) | plaintext

    def create(self, validated_data):
        return super().create(self._sealed(validated_data, models.Secret()))

    def update(self, instance, validated_data):
        return super().update(instance, self._sealed(validated_data, instance))

    def _sealed(self, validated_data, secret):
        plaintext = validated_data.pop('plaintext', None)
        if plaintext is None:
            return validated_data
        secret.seal(plaintext, get_session(self.context['request']))
        return validated_data | {
            'uid': secret.uid,
            'ciphertext': secret.ciphertext,
            'value_changed': secret.value_changed,
        }


class UserKeySerializer(PrimaryModelSerializer):
    user = UserSerializer(nested=True, validators=[UniqueValidator(queryset=models.UserKey.objects.all())])
    active = serializers.BooleanField(read_only=True)
    fingerprint = serializers.CharField(read_only=True)

    class Meta:
        model = models.UserKey
        fields = (
            'id',
            'url',
            'display_url',
            'display',
            'user',
            'public_key',
            'active',
            'activated',
            'fingerprint',
            'description',
            'owner',
            'comments',
            'tags',
            'custom_fields',
            'created',
            'last_updated',
        )
        read_only_fields = ('activated',)
        brief_fields = ('id', 'url', 'display', 'description')


#
# What is asked and answered without a model
#


class RevealedSerializer(serializers.Serializer):
    plaintext = serializers.CharField(read_only=True)


class PrivateKeySerializer(serializers.Serializer):
    private_key = serializers.CharField(max_length=20000, write_only=True)


class SessionKeySerializer(serializers.Serializer):
    session_key = serializers.CharField(read_only=True)
    expires = serializers.DateTimeField(read_only=True)


class KeyPairSerializer(serializers.Serializer):
    private_key = serializers.CharField(read_only=True)
    public_key = serializers.CharField(read_only=True)
