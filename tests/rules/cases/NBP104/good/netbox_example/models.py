from django.contrib.contenttypes.fields import GenericRelation
from netbox.models import NetBoxModel


class Shelf(NetBoxModel):
    probes = GenericRelation("netbox_example.Probe")

    class Meta:
        ordering = ("pk",)


GenericRelation("netbox_example.Probe").contribute_to_class(Shelf, "more")
