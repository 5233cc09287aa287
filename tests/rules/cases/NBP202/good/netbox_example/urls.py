from django.urls import include, path
from utilities.urls import get_model_urls

from . import views

urlpatterns = [path("probes/<int:pk>/", include(get_model_urls("netbox_example", "probe")))]
