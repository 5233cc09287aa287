"""Assets: one for each device, the others stored; a third of them with a warranty, of up to 1,000 days more."""

from __future__ import annotations

from datetime import timedelta

from dcim.models import Device, DeviceType
from django.utils import timezone
from netbox_kit_inventory.models import Asset, Delivery, Purchase, Supplier

WHAT = "{rows:,} assets"


def fill(rows: int) -> None:
    """As many assets as there are to be."""
    today, device_type = timezone.localdate(), DeviceType.objects.first()
    supplier, _ = Supplier.objects.get_or_create(name="Bench", slug="bench")
    purchase, _ = Purchase.objects.get_or_create(supplier=supplier, name="1")
    delivery, _ = Delivery.objects.get_or_create(purchase=purchase, name="1")
    waiting = iter(Device.objects.filter(kit_asset=None).order_by("pk"))
    Asset.objects.bulk_create(
        (
            Asset(
                asset_tag=f"A{n:06}",
                serial=f"S{n:06}",
                device=(device := next(waiting, None)),
                status="used" if device else "stored",
                device_type=device.device_type if device else device_type,
                purchase=purchase,
                delivery=delivery,
                warranty_end=today + timedelta(days=n % 1000) if n % 3 == 0 else None,
            )
            for n in range(Asset.objects.count(), rows)
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    assets = "/plugins/kit-inventory/assets/"
    return {
        "list of assets": assets,
        "list, stored": f"{assets}?status=stored",
        "list, by serial number": f"{assets}?q=S000999",
        "page of a device, with the card": device.get_absolute_url(),
        "page of a device type, with counts": device.device_type.get_absolute_url(),
        "page of the delivery": Delivery.objects.get().get_absolute_url(),
        "REST": "/api/plugins/kit-inventory/assets/?limit=50",
    }
