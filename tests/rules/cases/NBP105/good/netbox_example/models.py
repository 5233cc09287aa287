from dcim.models.mixins import WeightMixin
from netbox.models import NetBoxModel


class Box(WeightMixin, NetBoxModel):
    class Meta:
        ordering = ("pk",)


class LargeBox(Box):
    class Meta:
        proxy = True
        ordering = ("pk",)
