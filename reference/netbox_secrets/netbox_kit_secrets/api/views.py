from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from netbox.api.authentication import TokenWritePermission
from netbox.api.viewsets import NetBoxModelViewSet
from netbox.plugins import get_plugin_config
from rest_framework.decorators import action
from rest_framework.exceptions import PermissionDenied, ValidationError
from rest_framework.permissions import SAFE_METHODS
from rest_framework.response import Response
from rest_framework.routers import APIRootView
from rest_framework.views import APIView

from .. import crypto, filtersets, models, vault
from ..confidential import ConfidentialMixin, get_session
from ..exceptions import VaultError
from ..subjects import prefetch_assigned_objects
from . import serializers

__all__ = (
    'KeyPairView',
    'KitSecretsRootView',
    'SecretViewSet',
    'SecretRoleViewSet',
    'SessionKeyView',
    'UserKeyViewSet',
)


class KitSecretsRootView(APIRootView):
    """
    The root of the plugin's REST API.
    """

    def get_view_name(self):
        return 'Secrets'


class ObjectActionsMixin:
    """
    Actions on one object with permissions of their own, which are what their methods are called.
    """

    object_actions = ()

    def get_permissions(self):
        # NetBox would ask whether the user may add objects, since these are POST requests.
        if self.action in self.object_actions:
            return [TokenWritePermission()]
        return super().get_permissions()

    def get_object_for_action(self):
        user = self.request.user
        self.queryset = self.queryset.model.objects.restrict(user, self.action).restrict(user, 'view')
        return self.get_object()


class SecretRoleViewSet(NetBoxModelViewSet):
    queryset = models.SecretRole.objects.all()
    serializer_class = serializers.SecretRoleSerializer
    filterset_class = filtersets.SecretRoleFilterSet


class SecretViewSet(ConfidentialMixin, ObjectActionsMixin, NetBoxModelViewSet):
    queryset = models.Secret.objects.prefetch_related(prefetch_assigned_objects())
    serializer_class = serializers.SecretSerializer
    filterset_class = filtersets.SecretFilterSet
    object_actions = ('reveal',)

    def initial(self, request, *args, **kwargs):
        super().initial(request, *args, **kwargs)
        # NetBox 4.7 would put the values of many secrets into the queue of its background jobs. Since 4.7.2 a view may
        # say background_enabled = False; this does for all.
        if request.method not in SAFE_METHODS and request.query_params.get('background', '').lower() == 'true':
            raise ValidationError({'background': [_('Secrets are not written by background jobs.')]})

    @extend_schema(request=None, responses=serializers.RevealedSerializer)
    @action(detail=True, methods=['post'])
    def reveal(self, request, pk):
        """
        Decrypt the value of a secret; with a session key in the header X-Session-Key.
        """
        secret = self.get_object_for_action()
        plaintext = vault.reveal(secret, get_session(request))
        return Response(serializers.RevealedSerializer({'plaintext': plaintext}).data)


class UserKeyViewSet(ConfidentialMixin, ObjectActionsMixin, NetBoxModelViewSet):
    queryset = models.UserKey.objects.all()
    serializer_class = serializers.UserKeySerializer
    filterset_class = filtersets.UserKeyFilterSet
    object_actions = ('activate', 'rotate')

    @extend_schema(request=None, responses=serializers.UserKeySerializer)
    @action(detail=True, methods=['post'])
    def activate(self, request, pk):
        """
        Give the user the master key; with a session key in the header X-Session-Key, but for the first user key.
        """
        user_key = self.get_object_for_action()
        vault.activate(user_key, get_session(request))
        return Response(self.get_serializer(self.get_queryset().get(pk=user_key.pk)).data)

    @extend_schema(request=None, responses=serializers.SessionKeySerializer)
    @action(detail=True, methods=['post'])
    def rotate(self, request, pk):
        """
        Replace the master key; with one's own user key, and a session key in the header X-Session-Key.
        """
        if self.get_object_for_action().user_id != request.user.pk:
            raise PermissionDenied(_('The master key is rotated with your own user key.'))
        key, expires = vault.rotate(get_session(request))
        return Response(serializers.SessionKeySerializer({'session_key': key, 'expires': expires}).data)


class SessionKeyView(ConfidentialMixin, APIView):
    """
    Unlock secrets (POST), and lock them again (DELETE, with the header X-Session-Key).
    """

    permission_classes = [TokenWritePermission]

    @extend_schema(request=serializers.PrivateKeySerializer, responses=serializers.SessionKeySerializer)
    def post(self, request):
        serializer = serializers.PrivateKeySerializer(data=request.data)
        serializer.is_valid(raise_exception=True)
        try:
            key, expires = vault.unlock(request.user, serializer.validated_data['private_key'])
        except VaultError as error:
            raise ValidationError({'detail': str(error)}) from None
        return Response(serializers.SessionKeySerializer({'session_key': key, 'expires': expires}).data, status=201)

    @extend_schema(request=None, responses={204: None})
    def delete(self, request):
        vault.lock(get_session(request))
        return Response(status=204)


class KeyPairView(ConfidentialMixin, APIView):
    """
    Generate a key pair. Nothing of it is kept.
    """

    permission_classes = [TokenWritePermission]

    @extend_schema(request=None, responses=serializers.KeyPairSerializer)
    def post(self, request):
        if not request.user.has_perm('netbox_kit_secrets.add_userkey'):
            raise PermissionDenied
        bits = get_plugin_config('netbox_kit_secrets', 'key_size')
        private_key, public_key = crypto.generate_key_pair(bits)
        return Response(serializers.KeyPairSerializer({'private_key': private_key, 'public_key': public_key}).data)
