from netbox.models import NetBoxModel


class Probe(NetBoxModel):
    class Meta:
        ordering = ("pk",)
