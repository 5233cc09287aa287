"""Snapshots in one file, for a CI to keep or a colleague to take: `npk cache export` and `npk cache import`.

The file is a tar archive: `manifest.json` first, then a compressed tar an entry. The manifest has the digest of each
and of itself, which are checked before anything is unpacked, and the kind of machine, because a cluster's files fit no
other.
"""

from __future__ import annotations

import errno
import hashlib
import io
import json
import platform
import re
import tarfile
import tempfile
import zlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

from netbox_plugin_kit.cache import Cache, Entry
from netbox_plugin_kit.errors import KitError, UnavailableError, UsageError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.tarball import extract_all

__all__ = ["export_entries", "import_entries"]

_FORMAT = 1
_MANIFEST = "manifest.json"
_BLOCK = 1024 * 1024
_PLAIN = re.compile(r"[a-z0-9][a-z0-9-]*")
"""What kinds and keys look like; a manifest that says `../..` would write anywhere."""


@dataclass(frozen=True, slots=True)
class _Member:
    """An entry in the file, as the manifest describes it."""

    kind: str
    key: str
    label: str
    facts: dict[str, Any]
    sha256: str

    def __post_init__(self) -> None:
        if not (_PLAIN.fullmatch(self.kind) and _PLAIN.fullmatch(self.key)):
            raise ValueError(self.name)

    @property
    def name(self) -> str:
        return f"{self.kind}-{self.key}.tar.gz"


def export_entries(entries: Sequence[Entry], target: Path, cache: Cache, progress: Progress = silent) -> int:
    """Write entries of a cache to a file, which appears only when it is complete; its size in bytes.

    Raises:
        UsageError: There is no such directory, or it cannot be written to.
        UnavailableError: The disk is full, or somebody has just pruned what was to be written.
    """
    try:
        with tempfile.TemporaryDirectory(dir=target.absolute().parent, prefix=".npk-export-") as scratch:
            members = [_pack(entry, Path(scratch), cache, progress) for entry in entries]
            draft = Path(scratch) / "archive.tar"
            with tarfile.open(draft, "w") as tar:
                _add_manifest(tar, members)
                for member in members:
                    tar.add(Path(scratch) / member.name, arcname=member.name)
            draft.rename(target)
        return target.stat().st_size
    except OSError as error:
        raise _cannot_write(target, error) from error


def _cannot_write(target: Path, error: OSError) -> KitError:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        return UnavailableError(f"cannot write {target}: no space left on its device; free some, or name another file")
    if not target.absolute().parent.is_dir():
        return UsageError(f"cannot write {target}: there is no directory {target.absolute().parent}")
    return UsageError(f"cannot write {target}: {error.strerror or error}")


def import_entries(source: Path, cache: Cache, progress: Progress = silent) -> list[str]:
    """Take the entries of a file into the cache; the labels of those that were not there before.

    Raises:
        UsageError: It is damaged, or no export of the kit, or one from another kind of machine.
        UnavailableError: The cache cannot be written.
    """
    try:
        with source.open("rb") as file, tarfile.open(fileobj=file, mode="r:") as tar:
            members = _read_manifest(tar, source)
            for member in members:
                _verify(tar, member, source)
            return [member.label for member in members if _take(tar, member, cache, progress)]
    except (tarfile.TarError, EOFError, zlib.error) as error:
        raise UsageError(f"{source} is damaged, or no file that `npk cache export` wrote ({error})") from error
    except OSError as error:
        raise UsageError(f"{source} cannot be read: {error.strerror or error}") from error


def _pack(entry: Entry, scratch: Path, cache: Cache, progress: Progress) -> _Member:
    progress(f"packing {entry.label}")
    member = _Member(entry.kind, entry.key, entry.label, entry.facts, "")
    path = scratch / member.name
    with cache.hold(entry) as there, tarfile.open(path, "w:gz", compresslevel=6) as tar:
        if not there:
            raise UnavailableError(f"{entry.label} was pruned while it was to be exported; try again")
        for item in sorted(entry.path.iterdir()):
            if item.name != "entry.json":
                tar.add(item, arcname=item.name)
    with path.open("rb") as file:
        return _Member(entry.kind, entry.key, entry.label, entry.facts, _sha256(file))


def _add_manifest(tar: tarfile.TarFile, members: Sequence[_Member]) -> None:
    entries = [
        {"kind": member.kind, "key": member.key, "label": member.label, "facts": member.facts, "sha256": member.sha256}
        for member in members
    ]
    document = {"format": _FORMAT, "machine": _machine(), "entries": entries}
    text = json.dumps({**document, "sha256": _own_digest(document)}, indent=2).encode()
    info = tarfile.TarInfo(_MANIFEST)
    info.size = len(text)
    tar.addfile(info, io.BytesIO(text))


def _read_manifest(tar: tarfile.TarFile, source: Path) -> list[_Member]:
    foreign = f"{source} is no file that `npk cache export` wrote"
    try:
        file = tar.extractfile(_MANIFEST)
    except KeyError:
        file = None
    if file is None:
        raise UsageError(foreign)
    try:
        document = json.load(file)
        version, machine, own = document["format"], document["machine"], document.pop("sha256")
        members = [_Member(**entry) for entry in document["entries"]]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UsageError(f"{foreign}, or a damaged one") from error
    if own != _own_digest(document):
        raise UsageError(f"{source} is damaged: its list of contents is not what was exported")
    if version != _FORMAT:
        raise UsageError(f"{source} is an export of format {version}; this kit reads format {_FORMAT}: export it again")
    if machine != _machine():
        raise UsageError(
            f"{source} was exported on {machine}, and this is {_machine()}: a database fits one of them only"
        )
    return members


def _verify(tar: tarfile.TarFile, member: _Member, source: Path) -> None:
    try:
        file = tar.extractfile(member.name)
    except KeyError:
        file = None
    if file is None or _sha256(file) != member.sha256:
        raise UsageError(f"{source} is damaged: {member.label} is not what was exported")


def _take(tar: tarfile.TarFile, member: _Member, cache: Cache, progress: Progress) -> bool:
    taken = False

    def build(directory: Path) -> dict[str, Any]:
        nonlocal taken
        progress(f"unpacking {member.label}")
        with tarfile.open(fileobj=tar.extractfile(member.name), mode="r:gz") as inner:
            extract_all(inner, directory)
            # Some Pythons leave the modes of directories alone, and PostgreSQL refuses data that others may read.
            for item in filter(tarfile.TarInfo.isdir, inner.getmembers()):
                (directory / item.name).chmod(item.mode & 0o777)
        taken = True
        return member.facts

    with cache.entry(member.kind, member.key, label=member.label, build=build, progress=progress):
        return taken


def _own_digest(document: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(document, sort_keys=True).encode()).hexdigest()


def _sha256(file: IO[bytes]) -> str:
    total = hashlib.sha256()
    while block := file.read(_BLOCK):
        total.update(block)
    return total.hexdigest()


def _machine() -> str:
    return f"{platform.system()} {platform.machine()}"
