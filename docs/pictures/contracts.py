"""What the pictures show: a small company's contracts; run in NetBox's shell by docs/take_pictures.py."""

from datetime import date

from dcim.models import Site
from extras.models import Tag
from ipam.models import Prefix
from netbox_contracts.models import AccessPoint, Contract, ContractType, CoveredObject, Department, Renewal, Vendor
from tenancy.models import Tenant

from netbox_plugin_kit.testing import create

sites = [Site.objects.create(name=name, slug=name.lower()) for name in ("Berlin", "Lyon", "Porto")]
tenants = [Tenant.objects.create(name=name, slug=name.lower()) for name in ("Research", "Production")]
types = [
    ContractType.objects.create(name=name, slug=name.lower().replace(" ", "-"), color=color)
    for name, color in (("Maintenance", "4caf50"), ("Leased line", "2196f3"), ("Licence", "ff9800"))
]
it = Department.objects.create(name="IT", slug="it", code="D100")
network = Department.objects.create(name="Network", slug="network", code="D110", parent=it)
vendors = [
    Vendor.objects.create(
        name=name, website=f"https://{name.lower()}.example", preferred=number == 0, rating=5 - number
    )
    for number, name in enumerate(("Northwind", "Acme", "Globex"))
]
critical = Tag.objects.create(name="critical", slug="critical", color="f44336")

contracts = []
for number in range(12):
    contract = Contract.objects.create(
        number=f"C-2026-{number + 101}",
        vendor=vendors[number % 3],
        contract_type=types[number % 3],
        department=(it, network)[number % 2],
        tenant=tenants[number % 2],
        status=("signed", "signed", "draft", "expired")[number % 4],
        currency=("eur", "usd")[number % 2],
        price=1200 + 350 * number,
        start_date=date(2026, 1 + number, 1),
        end_date=date(2027, 12 - number, 28),
        terms="Replacement of broken parts within the next business day, at the site.",
        notes="**Renewal** is negotiated by the network team.",
        description="Routers and switches" if number % 3 == 0 else "",
        parameters={"escalation": ["noc@example.org"], "window": "Mo-Fr 8-18"},
    )
    contract.sites.set(sites[: 1 + number % 3])
    if number % 4 == 0:
        contract.tags.add(critical)
    contracts.append(contract)

for number, name in enumerate(("rt1.ber", "rt2.ber", "sw1.lyo")):
    device = create("dcim.device", name=name, site=sites[number // 2])
    CoveredObject.objects.create(contract=contracts[0], covered=device, since=date(2026, 1, 1))
Renewal.objects.create(contract=contracts[3], successor=contracts[4], due=date(2026, 12, 1), cost_center="4711")
AccessPoint.objects.create(name="Berlin VPN", vendor=vendors[0], address="192.0.2.1/24").prefixes.add(
    Prefix.objects.create(prefix="192.0.2.0/24")
)
