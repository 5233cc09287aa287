"""The one directory that holds everything expensive: environments, NetBox sources, migrated snapshots.

An entry is a directory `<kind>/<key>`; it exists when its `entry.json` does, which is written last. Whoever builds an
entry holds its lock alone, whoever uses one shares it; the kernel lets go of both when the process dies. So a build
that was killed leaves a directory without `entry.json`, which the next builder removes, and two first runs at the same
time build once.
"""

from __future__ import annotations

import contextlib
import errno
import fcntl
import hashlib
import json
import os
import re
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any

import platformdirs

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.progress import Progress, silent

__all__ = ["Cache", "Entry", "digest", "explain_os_error", "first_os_error"]

_MARKER = "entry.json"
_NO_KINDS = frozenset({"locks", "logs", "runs"})
"""Directories beside those of the kinds; what is in them is no entry, and no leftover either."""


def digest(*parts: object) -> str:
    """A short content key (16 hexadecimal digits) of anything that has a stable `repr` or JSON form."""
    text = json.dumps(parts, sort_keys=True, default=str)
    return hashlib.sha256(text.encode()).hexdigest()[:16]


def first_os_error(error: OSError) -> OSError:
    """The error itself, or the first of the many that copying a directory collects (`shutil.Error`)."""
    if not isinstance(error, shutil.Error) or not isinstance(error.args[0], list):
        return error
    _, target, reason = error.args[0][0]
    number = re.search(r"\[Errno ([0-9]+)\]", str(reason))
    return OSError(int(number[1]), os.strerror(int(number[1])), str(target)) if number else OSError(str(reason))


def explain_os_error(error: OSError, what: str) -> UnavailableError:
    """The one line for a full disk, a read-only or a forbidden directory."""
    error = first_os_error(error)
    place = error.filename or what
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        advice = "free some space (`npk cache prune` removes what was not used lately)"
        return UnavailableError(f"no space left on the device of {place}; {advice}")
    if error.errno in {errno.EROFS, errno.EACCES, errno.EPERM}:
        return UnavailableError(f"cannot write to {place}; name a writable directory with NPK_CACHE_DIR")
    return UnavailableError(f"{what}: {error.strerror or error} ({place})")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing in the cache.

    Attributes:
        kind: What it is: `source`, `environment`, `snapshot` ...
        key: Content key, unique within the kind.
        path: Its directory.
        label: A line for people, e.g. `NetBox 4.7.3, Python 3.12`.
        facts: What its builder recorded.
        created: Unix time, seconds.
        used: Unix time of the last use, seconds.
    """

    kind: str
    key: str
    path: Path
    label: str
    facts: dict[str, Any]
    created: float
    used: float

    def size(self) -> int:
        """Bytes on disk; a file with several hard links counts for its share."""
        total = 0
        for directory, _, names in os.walk(self.path):
            for name in names:
                with contextlib.suppress(OSError):
                    status = os.lstat(os.path.join(directory, name))  # noqa: PTH118 - tens of thousands of files
                    total += status.st_blocks * 512 // max(status.st_nlink, 1)
        return total


class Cache:
    """The cache directory: `NPK_CACHE_DIR`, else the platform's, e.g. `~/.cache/netbox-plugin-kit`."""

    def __init__(self, root: Path | None = None) -> None:
        configured = os.environ.get("NPK_CACHE_DIR")
        default = Path(configured) if configured else platformdirs.user_cache_path("netbox-plugin-kit")
        self.root = (root or default).expanduser().absolute()

    def find(self, kind: str, key: str) -> Entry | None:
        """The entry, if it is complete."""
        return _read(self.root / kind / key)

    @contextlib.contextmanager
    def entry(
        self,
        kind: str,
        key: str,
        *,
        label: str,
        build: Callable[[Path], dict[str, Any]],
        progress: Progress = silent,
    ) -> Iterator[Entry]:
        """Use an entry, building it first if it is missing; it cannot be pruned until the block ends.

        Args:
            kind: What it is.
            key: Its content key.
            label: A line for people.
            build: Fills the empty directory it is given and returns facts to record (JSON).
            progress: Told when another process is building the same entry.

        Raises:
            UnavailableError: The cache cannot be written, or its disk is full.
        """
        with contextlib.ExitStack() as stack:
            try:
                lock = stack.enter_context(self._lock(kind, key))
            except OSError as error:
                # A cache that is baked into an image, or lives on a read-only disk, is still good for reading.
                found = self.find(kind, key)
                if found is None:
                    raise self._unusable(error) from error
            else:
                found = self._hold(lock, kind, key, lambda: self._build(kind, key, label, build), label, progress)
                with contextlib.suppress(OSError):
                    os.utime(found.path / _MARKER)
            yield found

    def _hold(  # noqa: PLR0913, PLR0917 - one step of `entry`, with all that it was given
        self, lock: IO[bytes], kind: str, key: str, build: Callable[[], None], label: str, progress: Progress
    ) -> Entry:
        """The entry with its lock shared.

        Turning one kind of lock into the other lets go in between (flock(2)), and somebody may prune or build then: so
        every step looks again.
        """

        def obtain(mode: int) -> None:
            if not _try_lock(lock, mode):
                progress(f"waiting for another run that prepares {label}")
                fcntl.flock(lock, mode)

        while True:
            obtain(fcntl.LOCK_SH)
            if found := self.find(kind, key):
                return found
            obtain(fcntl.LOCK_EX)
            if self.find(kind, key) is None:
                build()

    def _build(self, kind: str, key: str, label: str, build: Callable[[Path], dict[str, Any]]) -> None:
        path = self.root / kind / key
        try:
            _remove(path)
            path.mkdir(parents=True)
            facts = build(path)
            self._publish(path, label, facts)
        except BaseException as error:
            with contextlib.suppress(OSError):  # what made the build fail may make this fail, too
                _remove(path)
            if isinstance(error, OSError):
                raise explain_os_error(error, label) from error
            raise

    @contextlib.contextmanager
    def hold(self, entry: Entry) -> Iterator[bool]:
        """Keep an entry from being pruned for the length of the block; False when it is gone already."""
        with contextlib.ExitStack() as stack:
            with contextlib.suppress(OSError):  # nothing is pruned from a cache that cannot be written
                fcntl.flock(stack.enter_context(self._lock(entry.kind, entry.key)), fcntl.LOCK_SH)
            yield self.find(entry.kind, entry.key) is not None

    @staticmethod
    def _publish(path: Path, label: str, facts: dict[str, Any]) -> None:
        draft = path / f".{_MARKER}"
        stored = {"label": label, "facts": facts, "created": time.time()}
        draft.write_text(json.dumps(stored, indent=2), encoding="utf-8")
        draft.rename(path / _MARKER)

    def entries(self) -> list[Entry]:
        """Everything complete, newest use first."""
        found = [entry for marker in self.root.glob(f"*/*/{_MARKER}") if (entry := _read(marker.parent))]
        return sorted(found, key=lambda entry: entry.used, reverse=True)

    def leftovers(self) -> list[Path]:
        """Directories of builds that were killed, or are going on: only `remove` can tell."""
        kinds = [path for path in self.root.glob("*") if path.is_dir() and path.name not in _NO_KINDS]
        return [path for kind in kinds for path in kind.iterdir() if path.is_dir() and _read(path) is None]

    def remove_logs(self, before: float) -> int:
        """Remove what checks printed in runs before a moment (Unix time); how many runs that were."""
        old = [path for path in (self.root / "logs").glob("*") if path.is_dir() and path.stat().st_mtime <= before]
        for path in old:
            shutil.rmtree(path, ignore_errors=True)
        return len(old)

    def remove(self, kind: str, key: str) -> bool:
        """Remove an entry or a leftover; False when somebody is using or building it."""
        try:
            with self._lock(kind, key) as lock:
                if not _try_lock(lock, fcntl.LOCK_EX):
                    return False
                _remove(self.root / kind / key)
                return True
        except OSError as error:
            raise self._unusable(error) from error

    def _unusable(self, error: OSError) -> UnavailableError:
        if error.errno in {errno.ENOENT, errno.ENOTDIR, errno.EEXIST, errno.ELOOP, errno.ENAMETOOLONG}:
            advice = "name a writable directory with NPK_CACHE_DIR"
            return UnavailableError(f"the cache cannot be in {self.root}: {error.strerror}; {advice}")
        return explain_os_error(error, f"the cache {self.root}")

    def _lock(self, kind: str, key: str) -> IO[bytes]:
        locks = self.root / "locks"
        locks.mkdir(parents=True, exist_ok=True)
        return (locks / f"{kind}-{key}").open("ab")


def _try_lock(lock: IO[bytes], mode: int) -> bool:
    try:
        fcntl.flock(lock, mode | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True


def _read(path: Path) -> Entry | None:
    marker = path / _MARKER
    try:
        stored = json.loads(marker.read_text(encoding="utf-8"))
        used = marker.stat().st_mtime
        label, facts, created = str(stored["label"]), dict(stored["facts"]), float(stored["created"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
    return Entry(path.parent.name, path.name, path, label, facts, created, used)


def _remove(path: Path) -> None:
    # The marker goes first: what is half removed must not look complete.
    with contextlib.suppress(FileNotFoundError):
        (path / _MARKER).unlink()
    with contextlib.suppress(FileNotFoundError):
        shutil.rmtree(path)
