from django.urls import include, path

from utilities.urls import get_model_urls

from . import views

urlpatterns = [
    path("assets/<int:pk>/", include(get_model_urls("netbox_example", "asset"))),
    path("kinds/<int:pk>/", views.KindView.as_view(), name="kind"),
]
