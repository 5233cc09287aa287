"""Documents of devices, ten of each."""

from __future__ import annotations

from dcim.models import Device
from netbox_kit_documents.models import Document

WHAT = "{rows:,} documents"


def fill(rows: int) -> None:
    """As many documents as there are to be."""
    devices = list(Device.objects.all())
    Document.objects.bulk_create(
        (
            Document(
                name=f"Document {n:06}", subject=devices[n % len(devices)], external_url=f"https://example.org/{n}"
            )
            for n in range(Document.objects.count(), rows)
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    return {
        "list": "/plugins/kit-documents/documents/",
        "list, searched": "/plugins/kit-documents/documents/?q=000012",
        "list, by subject": f"/plugins/kit-documents/documents/?subject_type=dcim.device&subject_id={device.pk}",
        "page of a device, with the panel": device.get_absolute_url(),
        "REST": "/api/plugins/kit-documents/documents/?limit=50",
    }
