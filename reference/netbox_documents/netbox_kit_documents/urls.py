from django.urls import include, path
from utilities.urls import get_model_urls

from . import views  # noqa: F401

urlpatterns = (
    path('documents/', include(get_model_urls('netbox_kit_documents', 'document', detail=False))),
    path('documents/<int:pk>/', include(get_model_urls('netbox_kit_documents', 'document'))),
)
