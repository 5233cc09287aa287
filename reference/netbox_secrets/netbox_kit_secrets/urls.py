from django.urls import include, path
from utilities.urls import get_model_urls

from . import views

urlpatterns = (
    path('unlock/', views.UnlockView.as_view(), name='unlock'),
    path('lock/', views.LockView.as_view(), name='lock'),
    path('key-pair/', views.KeyPairView.as_view(), name='key_pair'),
    path('secret-roles/', include(get_model_urls('netbox_kit_secrets', 'secretrole', detail=False))),
    path('secret-roles/<int:pk>/', include(get_model_urls('netbox_kit_secrets', 'secretrole'))),
    path('secrets/', include(get_model_urls('netbox_kit_secrets', 'secret', detail=False))),
    path('secrets/<int:pk>/', include(get_model_urls('netbox_kit_secrets', 'secret'))),
    path('user-keys/', include(get_model_urls('netbox_kit_secrets', 'userkey', detail=False))),
    path('user-keys/<int:pk>/', include(get_model_urls('netbox_kit_secrets', 'userkey'))),
)
