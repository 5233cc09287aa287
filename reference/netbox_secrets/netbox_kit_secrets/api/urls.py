from django.urls import path
from netbox.api.routers import NetBoxRouter

from . import views

app_name = 'netbox_kit_secrets-api'

router = NetBoxRouter()
router.APIRootView = views.KitSecretsRootView
router.register('secret-roles', views.SecretRoleViewSet)
router.register('secrets', views.SecretViewSet)
router.register('user-keys', views.UserKeyViewSet)

urlpatterns = [
    path('session-key/', views.SessionKeyView.as_view(), name='session_key'),
    path('key-pair/', views.KeyPairView.as_view(), name='key_pair'),
    *router.urls,
]
