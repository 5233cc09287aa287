from django.urls import include, path
from utilities.urls import get_model_urls

from . import views  # noqa: F401

urlpatterns = (
    path('application-roles/', include(get_model_urls('netbox_kit_data_flows', 'applicationrole', detail=False))),
    path('application-roles/<int:pk>/', include(get_model_urls('netbox_kit_data_flows', 'applicationrole'))),
    path('applications/', include(get_model_urls('netbox_kit_data_flows', 'application', detail=False))),
    path('applications/<int:pk>/', include(get_model_urls('netbox_kit_data_flows', 'application'))),
    path('flow-groups/', include(get_model_urls('netbox_kit_data_flows', 'flowgroup', detail=False))),
    path('flow-groups/<int:pk>/', include(get_model_urls('netbox_kit_data_flows', 'flowgroup'))),
    path('object-aliases/', include(get_model_urls('netbox_kit_data_flows', 'objectalias', detail=False))),
    path('object-aliases/<int:pk>/', include(get_model_urls('netbox_kit_data_flows', 'objectalias'))),
    path('data-flows/', include(get_model_urls('netbox_kit_data_flows', 'dataflow', detail=False))),
    path('data-flows/<int:pk>/', include(get_model_urls('netbox_kit_data_flows', 'dataflow'))),
)
