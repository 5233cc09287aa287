from django.urls import include, path
from utilities.urls import get_model_urls

from . import views  # noqa: F401

urlpatterns = (
    path('selectors/', include(get_model_urls('netbox_kit_compliance', 'complianceselector', detail=False))),
    path('selectors/<int:pk>/', include(get_model_urls('netbox_kit_compliance', 'complianceselector'))),
    path('tests/', include(get_model_urls('netbox_kit_compliance', 'compliancetest', detail=False))),
    path('tests/<int:pk>/', include(get_model_urls('netbox_kit_compliance', 'compliancetest'))),
    path('reports/', include(get_model_urls('netbox_kit_compliance', 'compliancereport', detail=False))),
    path('reports/<int:pk>/', include(get_model_urls('netbox_kit_compliance', 'compliancereport'))),
    path('results/', include(get_model_urls('netbox_kit_compliance', 'compliancetestresult', detail=False))),
    path('results/<int:pk>/', include(get_model_urls('netbox_kit_compliance', 'compliancetestresult'))),
)
