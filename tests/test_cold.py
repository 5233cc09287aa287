"""From an empty cache to a first answer, with everything that can be killed on the way.

The steps build on each other: each begins with what the one before left behind, and NetBox is migrated to the end once.
"""

from __future__ import annotations

import contextlib
import json
import signal
import subprocess
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.cache import Cache
from tests.kit import NPK, Disk, Machine, minimal_plugin

pytestmark = [pytest.mark.netbox, pytest.mark.timeout(600)]

NETBOX = "4.7.3"


@pytest.fixture(scope="module")
def arguments(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    project = minimal_plugin(tmp_path_factory.mktemp("cold") / "project")
    return ["test", str(project), "--netbox", NETBOX, "--checks", "loads", "--format", "json"]


def kinds(machine: Machine) -> list[str]:
    """What is complete in the cache."""
    return sorted(entry["kind"] for entry in listed(machine))


def listed(machine: Machine) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(machine.npk("cache", "list", "--format", "json").stdout)["entries"]
    return found


def test_killed_while_it_installs_netbox(machine: Machine, arguments: list[str]) -> None:
    with machine.begin(*arguments) as kit:
        kit.await_words(f"installing NetBox {NETBOX}", 60)
        kit.await_that(lambda: any("pip install" in line for line in machine.processes()), 300)
        kit.process.kill()
    assert machine.remains() == []
    assert "environment" not in kinds(machine)
    assert [path.parent.name for path in Cache(machine.cache).leftovers()] == ["environment"]


def test_killed_while_it_migrates(machine: Machine, arguments: list[str]) -> None:
    with machine.begin(*arguments) as kit:
        kit.await_words(f"migrating NetBox {NETBOX}", 300)
        kit.await_that(lambda: any("npk_inside.migrate" in line for line in machine.processes()), 300)
        assert any("postgres" in line for line in machine.processes())
        kit.process.kill()
    assert machine.remains() == []
    assert "environment" in kinds(machine)
    assert "snapshot" not in kinds(machine)


def test_two_first_runs_migrate_once_and_both_answer(machine: Machine, arguments: list[str]) -> None:
    with contextlib.ExitStack() as stack:
        kits = [stack.enter_context(machine.begin(*arguments)) for _ in range(2)]
        statuses = [kit.end(400) for kit in kits]
        said = [[line.partition(" s  ")[2] for line in kit.said] for kit in kits]
        assert statuses == [0, 0], said
        assert [json.loads(kit.answer)["cells"][0]["verdict"] for kit in kits] == ["pass", "pass"]
        assert sum(kit.has_said(f"migrating NetBox {NETBOX}") for kit in kits) == 1
        assert sum(kit.has_said("waiting for another run that prepares database of NetBox") for kit in kits) == 1
    assert machine.remains() == []
    assert kinds(machine).count("snapshot") == 1


@pytest.mark.parametrize(
    ("number", "status"),
    [(signal.SIGKILL, -signal.SIGKILL), (signal.SIGINT, 130), (signal.SIGTERM, 128 + signal.SIGTERM)],
    ids=["SIGKILL", "SIGINT", "SIGTERM"],
)
def test_stopped_while_netbox_starts(
    machine: Machine, arguments: list[str], number: signal.Signals, status: int
) -> None:
    with machine.begin(*arguments) as kit:
        kit.await_words("starting NetBox", 60)
        kit.await_that(lambda: any("npk_inside" in line for line in machine.processes()), 300)
        kit.process.send_signal(number)
        assert kit.end(30) == status
        assert not kit.has_said("Traceback")
    assert machine.remains() == []


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full")
def test_a_report_that_cannot_be_written_is_one_line(machine: Machine, arguments: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [*NPK, *arguments], stdout=full, stderr=subprocess.PIPE, text=True, check=False, timeout=120,
            env=machine.environment(),
        )  # fmt: skip
    assert done.returncode == 3
    assert done.stderr.splitlines()[-1].startswith("npk: no space left on the device; ")
    assert "Traceback" not in done.stderr


def test_no_space_for_the_run_is_one_line(machine: Machine, arguments: list[str], disk: Disk) -> None:
    disk.place.chmod(0o711)
    done = machine.npk(*arguments, TMPDIR=str(disk.place))
    assert done.status == 3
    assert done.stderr.splitlines()[-1].startswith("npk: no space left on the device")
    assert "Traceback" not in done.stderr
    assert list(disk.place.glob("npk-*/*")) == []


def test_an_exported_snapshot_is_there_after_an_import(machine: Machine, tmp_path: Path) -> None:
    archive = tmp_path / "snapshots.tar"
    assert machine.npk("cache", "export", archive).status == 0
    other = Machine(machine.temporary, tmp_path / "other-cache")
    assert other.npk("cache", "import", archive).status == 0
    (snapshot,) = listed(other)
    assert snapshot["label"].startswith(f"database of NetBox {NETBOX}")
    hand_over(archive)


def hand_over(archive: Path) -> None:
    """Let the rest of the suite have the snapshot; an import leaves alone what is there."""
    from netbox_plugin_kit.archive import import_entries

    import_entries(archive, Cache())
