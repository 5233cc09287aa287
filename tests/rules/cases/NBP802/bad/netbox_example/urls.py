from django.urls import path

from . import views

urlpatterns = (
    path("probes/", views.ProbeListView.as_view(), name="probe_list"),
    path("probes.json", views.probes, name="probe_json"),  # expect: NBP802
)
