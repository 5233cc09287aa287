"""What all tests share: a machine of their own, and the order in which a machine without a cache gets one."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from tests.kit import Disk, Machine

# A job in the background may be started with interrupts and hang-ups ignored, and so would be all that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)
signal.signal(signal.SIGHUP, signal.SIG_DFL)


# How long an example takes says how much else the machine has to do.
settings.register_profile("untimed", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.load_profile("untimed")

LONGEST = ("test_generated.py", "test_reference.py")
"""Files that are run before others, lest everything else is over and one of these is not."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the cold path be first, and all that runs no NetBox beside it: the snapshot it makes is then everybody's.

    Releases before 4.7 come from NetBox's repository: without it, tests on them are skipped.
    """
    with_netbox = {item.path for item in items if item.get_closest_marker("netbox")}
    items.sort(
        key=lambda item: (
            item.path.name != "test_cold.py", item.path in with_netbox, item.path.name not in LONGEST
        )
    )  # fmt: skip
    if not os.environ.get("NPK_NETBOX_REPO"):
        reason = pytest.mark.skip(reason="NPK_NETBOX_REPO names no repository of NetBox")
        for item in items:
            if item.get_closest_marker("mirror"):
                item.add_marker(reason)


@contextlib.contextmanager
def short_directory() -> Iterator[Path]:
    """Not tmp_path: the path of a socket must be short, and PostgreSQL's user must get there."""
    place = Path(tempfile.mkdtemp(prefix="npk-", dir="/tmp"))
    place.chmod(0o711)
    try:
        yield place
    finally:
        shutil.rmtree(place)


@pytest.fixture(scope="module")
def machine() -> Iterator[Machine]:
    """One on which nothing is cached, and nobody else runs anything."""
    with short_directory() as place:
        (place / "t").mkdir(mode=0o711)
        yield Machine(place / "t", place / "cache")


@pytest.fixture
def disk() -> Iterator[Disk]:
    """A small disk, to be filled or made read-only; permission bits would mean nothing to root."""
    with short_directory() as place:
        try:
            disk = Disk(place / "disk")
        except (OSError, subprocess.CalledProcessError):
            pytest.skip("this user may not mount a file system")
        yield disk
        disk.close()
