from django.urls import include, path
from utilities.urls import get_model_urls

from . import views  # noqa: F401

urlpatterns = (
    path('hardware-lifecycles/', include(get_model_urls('netbox_kit_lifecycle', 'hardwarelifecycle', detail=False))),
    path('hardware-lifecycles/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'hardwarelifecycle'))),
    path('vendors/', include(get_model_urls('netbox_kit_lifecycle', 'vendor', detail=False))),
    path('vendors/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'vendor'))),
    path('support-contracts/', include(get_model_urls('netbox_kit_lifecycle', 'supportcontract', detail=False))),
    path('support-contracts/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'supportcontract'))),
    path('contract-assignments/', include(get_model_urls('netbox_kit_lifecycle', 'contractassignment', detail=False))),
    path('contract-assignments/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'contractassignment'))),
    path('licences/', include(get_model_urls('netbox_kit_lifecycle', 'license', detail=False))),
    path('licences/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'license'))),
    path('licence-assignments/', include(get_model_urls('netbox_kit_lifecycle', 'licenseassignment', detail=False))),
    path('licence-assignments/<int:pk>/', include(get_model_urls('netbox_kit_lifecycle', 'licenseassignment'))),
)
