"""Interfaces, ten of each device, of which the type has eight and two more."""

from __future__ import annotations

from dcim.models import Device, DeviceType, Interface, InterfaceTemplate

WHAT = "{rows:,} interfaces"


def fill(rows: int) -> None:
    """As many interfaces as there are to be."""
    for device_type in DeviceType.objects.filter(interfacetemplates=None):
        InterfaceTemplate.objects.bulk_create(
            InterfaceTemplate(device_type=device_type, name=f"eth{n}", type="1000base-t") for n in range(2, 12)
        )
    devices = list(Device.objects.all())
    have = Interface.objects.count()
    Interface.objects.bulk_create(
        (
            Interface(
                device=devices[n // 10], name=f"eth{n % 10}", type="1000base-t", _site_id=devices[n // 10].site_id
            )
            for n in range(have, rows)
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    return {
        "page of a device, with the panel": device.get_absolute_url(),
        "tab": f"{device.get_absolute_url()}kit-interface-sync/",
        "REST": f"/api/plugins/kit-interface-sync/devices/{device.pk}/",
    }
