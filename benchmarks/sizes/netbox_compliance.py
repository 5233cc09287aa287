"""Two reports with the same tests of every device, every seventh result of which is not the same in both."""

from __future__ import annotations

from datetime import timedelta

from dcim.models import Device
from django.utils import timezone
from netbox_kit_compliance.models import ComplianceReport, ComplianceTest, ComplianceTestResult

WHAT = "{rows:,} results"


def fill(rows: int) -> None:
    """As many results as there are to be, half of them in each report."""
    now = timezone.now()
    ComplianceReport.objects.all().delete()
    devices = list(Device.objects.all())
    tests = [
        ComplianceTest.objects.get_or_create(name=f"Test {n}", expression="device.status == 'active'")[0]
        for n in range(rows // 2 // len(devices))
    ]
    for which, title in enumerate(("Before", "After")):
        report = ComplianceReport.objects.create(title=title, started=now + timedelta(days=which), finished=now)
        ComplianceTestResult.objects.bulk_create(
            (
                ComplianceTestResult(report=report, test=test, device=device, passed=(n + which) % 7 != 0)
                for test in tests
                for n, device in enumerate(devices)
            ),
            batch_size=1000,
        )


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    results, report = "/plugins/kit-compliance/results/", ComplianceReport.objects.first()
    address = report.get_absolute_url()
    return {
        "list of results": results,
        "list, failed": f"{results}?passed=false&report_id={report.pk}",
        "page of a report": address,
        "tab of a report": f"{address}compliance-test-results/",
        "comparison of two reports": f"{address}compare/",
        "tab of a device": f"{device.get_absolute_url()}kit-compliance/compliance-test-results/",
        "REST": "/api/plugins/kit-compliance/results/?limit=50",
    }
