from dcim.models import Device, Site as CoreSite


class RackDevice(Device):  # expect: NBP105
    class Meta:
        proxy = True


class Branch(CoreSite):  # expect: NBP105
    class Meta:
        ordering = ("name",)
