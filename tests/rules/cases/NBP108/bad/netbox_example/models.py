from django.db import models
from netbox.models import NetBoxModel
from dcim.models import Site


class Probe(NetBoxModel):
    site = models.ForeignKey(Site, on_delete=models.PROTECT, related_name="+")  # expect: NBP108
    rack = models.ForeignKey("dcim.Rack", models.RESTRICT, related_name="+")  # expect: NBP108

    class Meta:
        ordering = ("pk",)
