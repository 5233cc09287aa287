"""`npk cache`: what is listed, what is removed, and taking a snapshot elsewhere."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.cli.cache import cache
from netbox_plugin_kit.errors import UsageError

_DAY = 86400


@pytest.fixture(autouse=True)
def store(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cache:
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "cache"))
    return Cache()


def keep(store: Cache, kind: str, key: str, *, days: float = 0, netbox: str = "4.7.3") -> None:
    """An entry that was used so many days ago."""

    def build(directory: Path) -> dict[str, Any]:
        (directory / "data").write_text("content")
        return {"netbox": netbox}

    with store.entry(kind, key, label=f"{kind} of NetBox {netbox}", build=build) as entry:
        pass
    moment = time.time() - days * _DAY
    os.utime(entry.path / "entry.json", (moment, moment))


def run(*arguments: str) -> list[str]:
    result = CliRunner().invoke(cache, arguments, catch_exceptions=False)
    assert result.exit_code == 0, result.output
    return result.stdout.splitlines()


def keys(store: Cache) -> list[str]:
    return sorted(entry.key for entry in store.entries())


def test_list_shows_everything_last_used_first(store: Cache) -> None:
    keep(store, "environment", "e1", days=10)
    keep(store, "snapshot", "s1")
    title, _, *rows = run("list")
    assert title.strip() == str(store.root)
    assert [row.split()[:2] for row in rows] == [["snapshot", "s1"], ["environment", "e1"]]
    assert rows[0].rstrip().endswith("just now")
    assert rows[1].rstrip().endswith("10 days ago")


def test_list_of_nothing(store: Cache) -> None:
    assert run("list")[0].strip() == str(store.root)


def test_list_as_json(store: Cache) -> None:
    keep(store, "snapshot", "s1")
    document = json.loads("\n".join(run("list", "--format", "json")))
    (entry,) = document["entries"]
    assert (document["schema"], document["directory"]) == (1, str(store.root))
    assert set(entry) == {"kind", "key", "label", "path", "bytes", "created", "used"}
    assert (entry["kind"], entry["key"], entry["label"]) == ("snapshot", "s1", "snapshot of NetBox 4.7.3")
    assert entry["bytes"] > 0


def test_prune_removes_what_was_not_used_lately(store: Cache) -> None:
    keep(store, "snapshot", "old", days=40)
    keep(store, "snapshot", "new", days=20)
    said = run("prune")
    assert said[0] == "removed snapshot old: snapshot of NetBox 4.7.3"
    assert said[1].startswith("1 removed, ")
    assert keys(store) == ["new"]


def test_prune_takes_the_days(store: Cache) -> None:
    keep(store, "snapshot", "old", days=40)
    keep(store, "snapshot", "new")
    run("prune", "--unused", "0")
    assert keys(store) == []


def test_prune_takes_kinds(store: Cache) -> None:
    for kind in ("snapshot", "environment", "wheel"):
        keep(store, kind, kind, days=40)
    run("prune", "--kind", "wheel", "--kind", "snapshot")
    assert keys(store) == ["environment"]


def test_prune_leaves_alone_what_is_in_use(store: Cache) -> None:
    keep(store, "snapshot", "used", days=40)
    (entry,) = store.entries()
    with store.hold(entry):
        assert run("prune", "--unused", "0") == ["0 removed, 0 bytes freed"]
    assert keys(store) == ["used"]


def test_prune_removes_what_killed_runs_left(store: Cache) -> None:
    (store.root / "snapshot" / "half" / "data").mkdir(parents=True)
    (store.root / "logs" / "netbox-example-4.7.3").mkdir(parents=True)
    assert run("prune")[0] == "removed snapshot half: left behind by a run that was killed"
    assert store.leftovers() == []
    assert (store.root / "logs" / "netbox-example-4.7.3").exists()


def test_export_and_import(store: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, "snapshot", "s1")
    keep(store, "environment", "e1")
    archive = str(tmp_path / "snapshots.tar")
    (said,) = run("export", archive)
    assert said.startswith("1 snapshots, ")
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "other"))
    assert run("import", archive) == ["imported: snapshot of NetBox 4.7.3"]
    assert run("import", archive) == ["everything in it was there already"]
    assert keys(Cache()) == ["s1"]


def test_export_of_some_releases(store: Cache, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    keep(store, "snapshot", "s1", netbox="4.7.3")
    keep(store, "snapshot", "s2", netbox="4.5.10")
    run("export", str(tmp_path / "snapshots.tar"), "--netbox", "4.5")
    monkeypatch.setenv("NPK_CACHE_DIR", str(tmp_path / "other"))
    assert run("import", str(tmp_path / "snapshots.tar")) == ["imported: snapshot of NetBox 4.5.10"]


def test_export_of_a_release_that_is_not_there(store: Cache, tmp_path: Path) -> None:
    keep(store, "snapshot", "s1")
    with pytest.raises(UsageError, match=r"there is no snapshot of 4\.5 to export; `npk test` makes one"):
        run("export", str(tmp_path / "snapshots.tar"), "--netbox", "4.5")
    assert not (tmp_path / "snapshots.tar").exists()
