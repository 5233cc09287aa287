"""Secrets of devices, ten of each. Their values are not encrypted: no list ever looks at them."""

from __future__ import annotations

from dcim.models import Device
from django.contrib.contenttypes.models import ContentType
from netbox_kit_secrets.models import Secret, SecretRole

WHAT = "{rows:,} secrets"


def fill(rows: int) -> None:
    """As many secrets as there are to be."""
    role, _ = SecretRole.objects.get_or_create(name="Bench", slug="bench")
    devices = list(Device.objects.values_list("pk", flat=True))
    kind = ContentType.objects.get_for_model(Device)
    Secret.objects.bulk_create(
        (
            Secret(
                name=f"user-{n:06}",
                role=role,
                assigned_object_type=kind,
                assigned_object_id=devices[n % len(devices)],
                ciphertext=bytes(64),
            )
            for n in range(Secret.objects.count(), rows)
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    secrets = "/plugins/kit-secrets/secrets/"
    return {
        "list of secrets": secrets,
        "list, of one role": f"{secrets}?role_id={SecretRole.objects.get().pk}",
        "list, of a device": f"{secrets}?assigned_object_type=dcim.device&assigned_object_id={device.pk}",
        "page of the role, with its secrets": SecretRole.objects.get().get_absolute_url(),
        "page of a device, with the panel": device.get_absolute_url(),
        "REST": "/api/plugins/kit-secrets/secrets/?limit=50",
    }
