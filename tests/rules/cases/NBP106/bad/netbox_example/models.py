from django.db import models
from netbox.models import NetBoxModel
from dcim.models import Site


class Probe(NetBoxModel):
    site = models.ForeignKey(Site, models.CASCADE, related_name="devices")  # expect: NBP106
    rack = models.ForeignKey("dcim.Rack", models.CASCADE, related_name="get_absolute_url_name")
    device = models.OneToOneField(to="dcim.Device", on_delete=models.CASCADE, related_name="serial")  # expect: NBP106

    class Meta:
        ordering = ("pk",)
