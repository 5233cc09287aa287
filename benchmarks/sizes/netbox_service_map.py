"""Services with ten devices each, every one of which needs the next."""

from __future__ import annotations

from itertools import pairwise

from dcim.models import Device
from netbox_kit_service_map.models import BusinessService, ConfigItem, Relation

WHAT = "{rows:,} config items with their relations"
PARTS = 10


def fill(rows: int) -> None:
    """As many config items as there are to be."""
    devices = list(Device.objects.all())
    services = BusinessService.objects.bulk_create(
        BusinessService(name=f"Service {n:05}") for n in range(BusinessService.objects.count(), rows // PARTS)
    )
    items = ConfigItem.objects.bulk_create(
        (
            ConfigItem(service=service, item=devices[(service.pk * PARTS + part) % len(devices)])
            for service in services
            for part in range(PARTS)
        ),
        batch_size=1000,
    )
    Relation.objects.bulk_create(
        (
            Relation(service_id=one.service_id, source=one, destination=other)
            for one, other in pairwise(items)
            if one.service_id == other.service_id
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    service = BusinessService.objects.first()
    return {
        "list of services": "/plugins/kit-service-map/business-services/",
        "list of config items": "/plugins/kit-service-map/config-items/",
        "list of relations": "/plugins/kit-service-map/relations/",
        "diagram of a service": f"{service.get_absolute_url()}diagram/",
        "page of a device": device.get_absolute_url(),
        "what depends on a device": f"{device.get_absolute_url()}dependent-services/",
        "REST": "/api/plugins/kit-service-map/config-items/?limit=50",
    }
