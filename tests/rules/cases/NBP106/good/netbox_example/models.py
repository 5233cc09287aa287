from django.db import models
from netbox.models import NetBoxModel
from dcim.models import Site


class Probe(NetBoxModel):
    site = models.ForeignKey(Site, models.CASCADE, related_name="example_probes")
    rack = models.ForeignKey("dcim.Rack", models.CASCADE, related_name="+")
    other = models.ForeignKey("netbox_example.Shelf", models.CASCADE, related_name="devices")
    tags_of = models.ManyToManyField("extras.Tag", related_name="%(class)s_probes")

    class Meta:
        ordering = ("pk",)
