"""Within NetBox: fill it in two steps, and ask for each page after each."""

from __future__ import annotations

import importlib
import json
import statistics
import time
from http import HTTPStatus

from dcim.models import Device, DeviceRole, DeviceType, Manufacturer, Site
from django.contrib.contenttypes.models import ContentType
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from users.models import User

STEPS = ((100, 1_000), (10_000, 100_000))
"""Devices and rows of the plugin, few and many: both are more than a page shows."""
SITES = 20
RUNS = 5


def measure(plugin: str) -> None:
    """Print two lines of JSON, for few and for many."""
    sizes = importlib.import_module(plugin)
    client = Client(SERVER_NAME="localhost")
    client.force_login(User.objects.create_superuser("bench"))
    for devices, rows in STEPS:
        add_devices(devices - Device.objects.count())
        sizes.fill(rows)
        with connection.cursor() as cursor:
            cursor.execute("ANALYZE")
        pages = {what: ask(client, address) for what, address in sizes.pages(Device.objects.first()).items()}
        print(json.dumps({"size": f"{devices:,} devices, {sizes.WHAT.format(rows=rows)}", "pages": pages}))


def add_devices(count: int) -> None:
    """Devices of two types, spread over the sites."""
    manufacturer, _ = Manufacturer.objects.get_or_create(name="Bench", slug="bench")
    role, _ = DeviceRole.objects.get_or_create(name="Bench", slug="bench")
    types = [
        DeviceType.objects.get_or_create(manufacturer=manufacturer, model=model, slug=model)[0] for model in ("a", "b")
    ]
    sites = [Site.objects.get_or_create(name=f"Site {each}", slug=f"site-{each}")[0] for each in range(SITES)]
    begin = Device.objects.count()
    Device.objects.bulk_create(
        (
            Device(name=f"dev-{n:05}", role=role, device_type=types[n % len(types)], site=sites[n % SITES])
            for n in range(begin, begin + count)
        ),
        batch_size=1000,
    )


def ask(client: Client, address: str) -> tuple[int, float]:
    """The queries of a page, and the median of its seconds."""
    ContentType.objects.clear_cache()
    assert client.get(address).status_code == HTTPStatus.OK, address
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    queries = len(captured)  # before the next request, which empties the log
    seconds = []
    for _ in range(RUNS):
        begun = time.perf_counter()
        client.get(address)
        seconds.append(time.perf_counter() - begun)
    return queries, statistics.median(seconds)
