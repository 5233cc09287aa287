from django.db import models
from netbox.models import NetBoxModel
from dcim.models import Site


class Probe(NetBoxModel):
    site = models.ForeignKey(Site, on_delete=models.SET_NULL, null=True, related_name="+")
    shelf = models.ForeignKey("netbox_example.Shelf", on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)
