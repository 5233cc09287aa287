from django.db import models
from netbox.models import NetBoxModel


class DeviceOwner(NetBoxModel):
    device = models.OneToOneField("dcim.Device", on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ("device",)


class LongField(models.CharField):
    def contribute_to_class(self, cls, name, **kwargs):
        super().contribute_to_class(cls, name, **kwargs)


DeviceOwner.add_to_class("note", LongField(max_length=100))
