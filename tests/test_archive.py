"""What is exported comes back as it was, and nothing else is ever taken in."""

from __future__ import annotations

import io
import json
import os
import platform
import stat
import tarfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from netbox_plugin_kit.archive import export_entries, import_entries
from netbox_plugin_kit.cache import Cache, Entry
from netbox_plugin_kit.errors import UnavailableError, UsageError
from tests.kit import Disk


def cluster(directory: Path) -> dict[str, Any]:
    """Like a database's: nobody else may look into it."""
    data = directory / "data"
    (data / "base" / "5").mkdir(parents=True)
    (data / "base" / "5" / "1259").write_bytes(os.urandom(100_000))
    (data / "PG_VERSION").write_text("17\n")
    (data / "link").symlink_to("PG_VERSION")
    (data / "program").write_text("#!/bin/sh\n")
    for path, mode in ((data / "PG_VERSION", 0o600), (data / "program", 0o750), (data / "base/5/1259", 0o600)):
        path.chmod(mode)
    for path in (data / "base" / "5", data / "base", data):
        path.chmod(0o700)
    return {"netbox": "4.7.3", "postgresql": 17}


@pytest.fixture
def source(tmp_path: Path) -> Cache:
    """A cache with one snapshot in it."""
    cache = Cache(tmp_path / "source")
    with cache.entry("snapshot", "5eed", label="database of NetBox 4.7.3", build=cluster):
        pass
    return cache


@pytest.fixture
def archive(source: Cache, tmp_path: Path) -> Path:
    """An export of it."""
    target = tmp_path / "snapshots.tar"
    export_entries(source.entries(), target, source)
    return target


@pytest.fixture
def empty(tmp_path: Path) -> Cache:
    return Cache(tmp_path / "target")


def tree(entry: Entry) -> dict[str, tuple[str, object]]:
    """Every file of an entry with its mode and content."""
    found: dict[str, tuple[str, object]] = {}
    for path in sorted(entry.path.rglob("*")):
        if path.name != "entry.json":
            content: object = path.readlink() if path.is_symlink() else path.is_dir() or path.read_bytes()
            found[str(path.relative_to(entry.path))] = (stat.filemode(path.lstat().st_mode), content)
    return found


def refusal(archive: Path, cache: Cache) -> str:
    with pytest.raises(UsageError) as caught:
        import_entries(archive, cache)
    assert "\n" not in str(caught.value)
    return str(caught.value)


def rewritten(archive: Path, change: Callable[[dict[str, Any]], object]) -> Path:
    """The archive with another manifest, and nothing else that is different."""
    with tarfile.open(archive) as tar:
        members = {name: tar.extractfile(name).read() for name in tar.getnames()}  # type: ignore[union-attr] # files
    document = json.loads(members["manifest.json"])
    change(document)
    members["manifest.json"] = json.dumps(document).encode()
    target = archive.with_name("rewritten.tar")
    with tarfile.open(target, "w") as tar:
        for name, content in members.items():
            info = tarfile.TarInfo(name)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    return target


def test_an_import_is_what_was_exported(source: Cache, archive: Path, empty: Cache) -> None:
    assert import_entries(archive, empty) == ["database of NetBox 4.7.3"]
    (before,), (after,) = source.entries(), empty.entries()
    assert (after.kind, after.key, after.label, after.facts) == (before.kind, before.key, before.label, before.facts)
    assert tree(after) == tree(before)


def test_a_data_directory_stays_closed_to_others(archive: Path, empty: Cache) -> None:
    import_entries(archive, empty)
    modes = {name: mode for name, (mode, _) in tree(empty.entries()[0]).items()}
    assert modes["data"] == modes["data/base"] == "drwx------"
    assert modes["data/PG_VERSION"] == "-rw-------"


def test_what_is_there_is_not_imported_again(archive: Path, empty: Cache) -> None:
    import_entries(archive, empty)
    assert import_entries(archive, empty) == []


def test_progress_says_what_is_packed_and_unpacked(source: Cache, empty: Cache, tmp_path: Path) -> None:
    said: list[str] = []
    export_entries(source.entries(), tmp_path / "one.tar", source, said.append)
    import_entries(tmp_path / "one.tar", empty, said.append)
    assert said == ["packing database of NetBox 4.7.3", "unpacking database of NetBox 4.7.3"]


def test_an_export_replaces_an_older_one(source: Cache, tmp_path: Path, empty: Cache) -> None:
    target = tmp_path / "snapshots.tar"
    target.write_text("older")
    assert export_entries(source.entries(), target, source) == target.stat().st_size
    assert import_entries(target, empty) == ["database of NetBox 4.7.3"]


def test_no_flipped_byte_goes_in_unnoticed(source: Cache, archive: Path, tmp_path: Path) -> None:
    whole = archive.read_bytes()
    for number, position in enumerate(range(0, len(whole), len(whole) // 150)):
        damaged = tmp_path / "damaged.tar"
        damaged.write_bytes(whole[:position] + bytes([whole[position] ^ 0x10]) + whole[position + 1 :])
        cache = Cache(tmp_path / f"target-{number}")
        try:
            import_entries(damaged, cache)
        except UsageError:
            assert [*cache.entries(), *cache.leftovers()] == []
        else:  # it hit what tar pads its files with
            ((after,), (before,)) = cache.entries(), source.entries()
            assert (after.key, after.label, after.facts, tree(after)) == (
                before.key, before.label, before.facts, tree(before),
            )  # fmt: skip


@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.8])
def test_a_truncated_file_is_refused(archive: Path, empty: Cache, share: float) -> None:
    whole = archive.read_bytes()
    archive.write_bytes(whole[: int(len(whole) * share)])
    assert "snapshots.tar is damaged" in refusal(archive, empty)
    assert empty.entries() == []


@pytest.mark.parametrize("content", [b"text", b"\x1f\x8b\x08junk", b"PK\x03\x04" + bytes(2000)])
def test_a_foreign_file_is_refused(empty: Cache, tmp_path: Path, content: bytes) -> None:
    (tmp_path / "foreign").write_bytes(content)
    assert "no file that `npk cache export` wrote" in refusal(tmp_path / "foreign", empty)


def test_a_foreign_tar_archive_is_refused(empty: Cache, tmp_path: Path) -> None:
    with tarfile.open(tmp_path / "foreign.tar", "w") as tar:
        tar.add(__file__, arcname="manifest.txt")
    assert refusal(tmp_path / "foreign.tar", empty).endswith("is no file that `npk cache export` wrote")


def test_a_manifest_that_was_changed_is_refused(archive: Path, empty: Cache) -> None:
    changed = rewritten(archive, lambda document: document["entries"][0].update(label="another"))
    assert refusal(changed, empty).endswith("is damaged: its list of contents is not what was exported")


@pytest.mark.parametrize("place", ["../../outside", "/outside", "", "."])
def test_an_entry_that_belongs_elsewhere_is_refused(archive: Path, empty: Cache, place: str) -> None:
    assert "or a damaged one" in refusal(
        rewritten(archive, lambda document: document["entries"][0].update(kind=place)), empty
    )
    assert not empty.root.parent.joinpath("outside").exists()


@pytest.mark.parametrize(
    "change",
    [
        lambda document: document.pop("entries"),
        lambda document: document.update(entries=3),
        lambda document: document.update(entries=["snapshot"]),
        lambda document: document["entries"][0].update(kind=7),
    ],
)
def test_a_manifest_of_another_shape_is_refused(archive: Path, empty: Cache, change: Callable[[Any], object]) -> None:
    assert "or a damaged one" in refusal(rewritten(archive, change), empty)


def test_a_file_from_another_kind_of_machine_is_refused(
    source: Cache, tmp_path: Path, empty: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(platform, "machine", lambda: "pdp11")
    export_entries(source.entries(), tmp_path / "far.tar", source)
    monkeypatch.undo()
    assert "was exported on Linux pdp11" in refusal(tmp_path / "far.tar", empty).replace("Darwin", "Linux")


def test_another_format_is_refused_with_what_to_do(
    source: Cache, tmp_path: Path, empty: Cache, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("netbox_plugin_kit.archive._FORMAT", 99)
    export_entries(source.entries(), tmp_path / "new.tar", source)
    monkeypatch.undo()
    assert refusal(tmp_path / "new.tar", empty).endswith(
        "is an export of format 99; this kit reads format 1: export it again"
    )


def test_a_directory_that_is_not_there_is_named(source: Cache, tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        export_entries(source.entries(), tmp_path / "nowhere" / "file.tar", source)
    assert str(caught.value) == (f"cannot write {tmp_path}/nowhere/file.tar: there is no directory {tmp_path}/nowhere")


def test_a_target_that_is_a_directory_is_refused(source: Cache, tmp_path: Path) -> None:
    (tmp_path / "place").mkdir()
    with pytest.raises(UsageError, match=r"cannot write .*place: Is a directory"):
        export_entries(source.entries(), tmp_path / "place", source)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".npk")] == []


def large(directory: Path) -> dict[str, Any]:
    (directory / "data").write_bytes(os.urandom(1024**2))
    return {}


def test_a_full_disk_leaves_nothing_half_written(empty: Cache, disk: Disk) -> None:
    with empty.entry("snapshot", "1", label="it", build=large):
        pass
    with pytest.raises(UnavailableError, match="no space left on its device; free some, or name another file"):
        export_entries(empty.entries(), disk.place / "file.tar", empty)
    assert list(disk.place.iterdir()) == []


def test_an_import_that_does_not_fit_leaves_no_entry(tmp_path: Path, empty: Cache, disk: Disk) -> None:
    with empty.entry("snapshot", "1", label="it", build=large):
        pass
    export_entries(empty.entries(), tmp_path / "file.tar", empty)
    cache = Cache(disk.place / "cache")
    with pytest.raises(UnavailableError, match="no space left on the device"):
        import_entries(tmp_path / "file.tar", cache)
    assert [*cache.entries(), *cache.leftovers()] == []


def test_what_is_pruned_meanwhile_is_not_exported(source: Cache, tmp_path: Path) -> None:
    entries = source.entries()
    source.remove("snapshot", "5eed")
    with pytest.raises(UnavailableError, match="was pruned while it was to be exported"):
        export_entries(entries, tmp_path / "file.tar", source)
    assert not (tmp_path / "file.tar").exists()
