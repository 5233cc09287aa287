from django.urls import include, path
from utilities.urls import get_model_urls

from . import views

urlpatterns = (
    path('item-groups/', include(get_model_urls('netbox_kit_inventory', 'itemgroup', detail=False))),
    path('item-groups/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'itemgroup'))),
    path('item-types/', include(get_model_urls('netbox_kit_inventory', 'itemtype', detail=False))),
    path('item-types/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'itemtype'))),
    path('suppliers/', include(get_model_urls('netbox_kit_inventory', 'supplier', detail=False))),
    path('suppliers/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'supplier'))),
    path('purchases/', include(get_model_urls('netbox_kit_inventory', 'purchase', detail=False))),
    path('purchases/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'purchase'))),
    path('deliveries/', include(get_model_urls('netbox_kit_inventory', 'delivery', detail=False))),
    path('deliveries/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'delivery'))),
    path('assets/', include(get_model_urls('netbox_kit_inventory', 'asset', detail=False))),
    path('assets/<int:pk>/', include(get_model_urls('netbox_kit_inventory', 'asset'))),
    path('hardware/<str:kind>/<int:hardware_id>/assign/', views.HardwareAssignView.as_view(), name='hardware_assign'),
)
