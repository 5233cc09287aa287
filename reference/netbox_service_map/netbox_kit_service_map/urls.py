from django.urls import include, path
from utilities.urls import get_model_urls

from . import views  # noqa: F401

urlpatterns = (
    path('business-services/', include(get_model_urls('netbox_kit_service_map', 'businessservice', detail=False))),
    path('business-services/<int:pk>/', include(get_model_urls('netbox_kit_service_map', 'businessservice'))),
    path('applications/', include(get_model_urls('netbox_kit_service_map', 'application', detail=False))),
    path('applications/<int:pk>/', include(get_model_urls('netbox_kit_service_map', 'application'))),
    path('config-items/', include(get_model_urls('netbox_kit_service_map', 'configitem', detail=False))),
    path('config-items/<int:pk>/', include(get_model_urls('netbox_kit_service_map', 'configitem'))),
    path('relations/', include(get_model_urls('netbox_kit_service_map', 'relation', detail=False))),
    path('relations/<int:pk>/', include(get_model_urls('netbox_kit_service_map', 'relation'))),
    path('penetration-tests/', include(get_model_urls('netbox_kit_service_map', 'penetrationtest', detail=False))),
    path('penetration-tests/<int:pk>/', include(get_model_urls('netbox_kit_service_map', 'penetrationtest'))),
)
