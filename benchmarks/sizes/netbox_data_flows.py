"""Flows between aliases of a prefix each, a thousand of them; a device has an address in one."""

from __future__ import annotations

from dcim.models import Device, Interface
from ipam.models import IPAddress, Prefix
from netaddr import IPNetwork
from netbox_kit_data_flows.models import DataFlow, FlowGroup, ObjectAlias

WHAT = "{rows:,} data flows"
ALIASES = 1000


def fill(rows: int) -> None:
    """As many flows as there are to be."""
    if not ObjectAlias.objects.exists():
        _add_aliases()
    groups = [FlowGroup.objects.get_or_create(name=f"Group {n}", slug=f"group-{n}")[0] for n in range(20)]
    aliases = list(ObjectAlias.objects.values_list("pk", flat=True))
    flows = DataFlow.objects.bulk_create(
        (DataFlow(name=f"Flow {n:06}", group=groups[n % len(groups)]) for n in range(DataFlow.objects.count(), rows)),
        batch_size=1000,
    )
    for offset, through in enumerate((DataFlow.sources.through, DataFlow.destinations.through)):
        through.objects.bulk_create(
            (
                through(dataflow_id=flow.pk, objectalias_id=aliases[(flow.pk + 7 * offset) % len(aliases)])
                for flow in flows
            ),
            batch_size=1000,
        )


def _add_aliases() -> None:
    prefixes = Prefix.objects.bulk_create(
        Prefix(prefix=IPNetwork(f"10.{n // 256}.{n % 256}.0/24")) for n in range(ALIASES)
    )
    for prefix in prefixes:
        ObjectAlias.objects.create(name=f"Network {prefix}").prefixes.add(prefix)
    interface = Interface.objects.create(device=Device.objects.first(), name="eth0", type="virtual")
    IPAddress.objects.create(address=IPNetwork("10.0.1.1/24"), assigned_object=interface)


def pages(device: Device) -> dict[str, str]:
    """What is asked for."""
    flows = "/plugins/kit-data-flows/data-flows/"
    prefix = Prefix.objects.first().get_absolute_url()
    return {
        "list": flows,
        "list, in force": f"{flows}?in_force=True",
        "rules": f"{flows}rules/",
        "page of a device": device.get_absolute_url(),
        "tab of a device": f"{device.get_absolute_url()}kit-data-flows/",
        "tab of a prefix": f"{prefix}kit-data-flows/",
        "REST": "/api/plugins/kit-data-flows/data-flows/?limit=50",
    }
