from django.urls import include, path
from utilities.urls import get_model_urls

from . import views

urlpatterns = (
    path('', views.HomeView.as_view(), name='home'),
    path('exhibit-kinds/', include(get_model_urls('netbox_kit_showcase', 'exhibitkind', detail=False))),
    path('exhibit-kinds/<int:pk>/', include(get_model_urls('netbox_kit_showcase', 'exhibitkind'))),
    path('halls/', include(get_model_urls('netbox_kit_showcase', 'hall', detail=False))),
    path('halls/<int:pk>/', include(get_model_urls('netbox_kit_showcase', 'hall'))),
    path('exhibits/', include(get_model_urls('netbox_kit_showcase', 'exhibit', detail=False))),
    path('exhibits/<int:pk>/', include(get_model_urls('netbox_kit_showcase', 'exhibit'))),
    path('loans/', include(get_model_urls('netbox_kit_showcase', 'loan', detail=False))),
    path('loans/<int:pk>/', include(get_model_urls('netbox_kit_showcase', 'loan'))),
    path('exhibit-labels/', include(get_model_urls('netbox_kit_showcase', 'label', detail=False))),
    path('exhibit-labels/<int:pk>/', include(get_model_urls('netbox_kit_showcase', 'label'))),
)
