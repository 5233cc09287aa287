"""Licences of devices, ten of each, one in ten of which ends within the next 100 days; and contracts of all devices."""

from __future__ import annotations

from datetime import timedelta

from dcim.models import Device, DeviceType, Manufacturer
from django.utils import timezone
from extras.dashboard.utils import get_dashboard
from netbox_kit_lifecycle.models import (
    ContractAssignment,
    HardwareLifecycle,
    License,
    LicenseAssignment,
    SupportContract,
    Vendor,
)
from netbox_kit_lifecycle.widgets import ExpiringWidget
from users.models import User

WHAT = "{rows:,} licence assignments"


def fill(rows: int) -> None:
    """As many licence assignments as there are to be."""
    today, devices = timezone.localdate(), list(Device.objects.all())
    vendor, _ = Vendor.objects.get_or_create(name="Bench", slug="bench")
    contract, is_new = SupportContract.objects.get_or_create(vendor=vendor, contract_id="1", end_date=today)
    license_, _ = License.objects.get_or_create(manufacturer=Manufacturer.objects.first(), name="Bench")
    if is_new:
        for device_type in DeviceType.objects.all():
            HardwareLifecycle.objects.create(device_type=device_type, end_of_support=today)
        for user in User.objects.all():
            dashboard = get_dashboard(user)
            dashboard.add_widget(ExpiringWidget())
            dashboard.save()
    covered = ContractAssignment.objects.count()
    ContractAssignment.objects.bulk_create(
        (ContractAssignment(contract=contract, device=device) for device in devices[covered:]), batch_size=1000
    )
    LicenseAssignment.objects.bulk_create(
        (
            LicenseAssignment(
                license=license_, device=devices[n % len(devices)], end_date=today + timedelta(days=n % 1000)
            )
            for n in range(LicenseAssignment.objects.count(), rows)
        ),
        batch_size=1000,
    )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    assignments = "/plugins/kit-lifecycle/licence-assignments/"
    return {
        "list of licence assignments": assignments,
        "list, expiring": f"{assignments}?expiry=expiring",
        "list, expiring within 30 days": f"{assignments}?expires_within=30",
        "list of contract assignments": "/plugins/kit-lifecycle/contract-assignments/?expiry=expiring",
        "page of a device, with the cards": device.get_absolute_url(),
        "dashboard, with the widget": "/",
        "REST": "/api/plugins/kit-lifecycle/licence-assignments/?limit=50",
    }
