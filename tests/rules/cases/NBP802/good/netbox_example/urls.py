from django.urls import path

from . import views

urlpatterns = (
    path("probes.json", views.probes, name="probe_json"),
    path("about/", views.about, name="about"),
)
