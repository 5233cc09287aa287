"""Files into containers and out of them, through the engine: nothing is mounted, so the engine may be anywhere."""

from __future__ import annotations

import contextlib
import io
import os
import tarfile
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from netbox_plugin_kit.tarball import extract_all

if TYPE_CHECKING:
    import docker

__all__ = ["USER", "Packing", "bring", "packing", "send"]

USER = 10001
"""The user, and the group, that NetBox runs as in containers; nobody's on the engine's machine."""

_SPOOL = 64 * 1024 * 1024


class Packing:
    """A tar archive that depends on nothing but what is packed: no times, no owners, everything in order.

    Args:
        output: Written to.
    """

    def __init__(self, output: IO[bytes]) -> None:
        self._tar = tarfile.open(fileobj=output, mode="w", format=tarfile.PAX_FORMAT)  # noqa: SIM115 - closed by close
        self._there: set[str] = set()

    def close(self) -> None:
        """Write the end."""
        self._tar.close()

    def directory(self, name: str, *, user: int = 0) -> None:
        """A directory, and those above it."""
        parts = name.split("/")
        for above in ("/".join(parts[: number + 1]) for number in range(len(parts) - 1)):
            if above not in self._there:
                self._add(above, tarfile.DIRTYPE, 0)
        self._add(name, tarfile.DIRTYPE, user)

    def link(self, name: str, target: str) -> None:
        """A symbolic link."""
        self._add(name, tarfile.SYMTYPE, 0, target=target)

    def text(self, name: str, content: str) -> None:
        """A file."""
        data = content.encode()
        item = self._item(name, tarfile.REGTYPE, 0)
        item.size, item.mode = len(data), 0o644
        self._tar.addfile(item, io.BytesIO(data))

    def tree(self, name: str, source: Path, *, user: int = 0, without: Iterable[str] = ()) -> None:
        """A directory with everything in it, but compiled files, and what has some names right in it."""
        for directory, names, files in os.walk(source):
            inside = Path(directory).relative_to(source)
            left_out = {"__pycache__", *(without if inside == Path() else ())}
            names[:] = sorted(each for each in names if each not in left_out)
            where = name if inside == Path() else f"{name}/{inside}"
            self.directory(where, user=user)
            for each in sorted(set(files) | {each for each in names if Path(directory, each).is_symlink()}):
                if each not in left_out:
                    self._file(f"{where}/{each}", Path(directory, each), user)

    def _file(self, name: str, source: Path, user: int) -> None:
        if source.is_symlink() and not source.exists():
            self._add(name, tarfile.SYMTYPE, user, target=str(source.readlink()))
        elif source.is_file():
            item = self._item(name, tarfile.REGTYPE, user)
            status = source.stat()
            item.size, item.mode = status.st_size, 0o755 if status.st_mode & 0o100 else 0o644
            with source.open("rb") as file:
                self._tar.addfile(item, file)

    def _add(self, name: str, kind: bytes, user: int, *, target: str = "") -> None:
        item = self._item(name, kind, user)
        item.linkname, item.mode = target, 0o755
        self._tar.addfile(item)

    def _item(self, name: str, kind: bytes, user: int) -> tarfile.TarInfo:
        self._there.add(name)
        item = tarfile.TarInfo(name)
        item.type, item.uid, item.gid = kind, user, user
        return item


@contextlib.contextmanager
def packing() -> Iterator[tuple[Packing, IO[bytes]]]:
    """An archive to be filled, and the file it is in, which is to be read from its beginning."""
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as file:
        pack = Packing(file)
        yield pack, file


def send(client: docker.DockerClient, container: str, directory: str, file: IO[bytes]) -> None:
    """Unpack an archive in a directory of a container."""
    file.seek(0)
    client.api.put_archive(container, directory, file)


def bring(client: docker.DockerClient, container: str, directory: str, target: Path) -> None:
    """Copy a directory of a container to one of ours, which exists."""
    stream, _ = client.api.get_archive(container, directory)
    with tempfile.SpooledTemporaryFile(max_size=_SPOOL) as file:
        for part in stream:
            file.write(part)
        file.seek(0)
        with tarfile.open(fileobj=file, mode="r:") as tar:
            extract_all(tar, target.parent)
