"""What the user named, as the wheel its author would publish.

A directory or a source archive is built in a copy, so that nothing is littered; a requirement or a wheel is taken as it
is. Either way an unpacked wheel stands in the cache, keyed by the content it was made from.
"""

from __future__ import annotations

import contextlib
import datetime as dt
import gzip
import os
import shutil
import stat
import sys
import tarfile
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from packaging.requirements import InvalidRequirement, Requirement

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.tarball import extract_all

__all__ = [
    "LEFT_OUT",
    "LEFT_OUT_ABOVE",
    "Given",
    "Unpacked",
    "WheelError",
    "copy_sources",
    "identity",
    "unpack_sdist",
    "unpacked",
    "what_is",
]

_FORMAT = 1
_METADATA = "*.dist-info/METADATA"
_LAST_WORDS = 15
"""Lines of a build that failed."""

LEFT_OUT = frozenset({
    ".git", ".hg", ".svn", ".venv", ".tox", ".nox",
    "__pycache__", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".idea", ".vscode",
})  # fmt: skip
"""What no wheel is made of."""

LEFT_OUT_ABOVE = frozenset({"build", "dist", "site", "venv", "node_modules"})
"""The same beside pyproject.toml, where a stale `build/` would even put yesterday's files into a wheel; further down,
`site` may be a plugin's templates about sites."""


_DAMAGED = (
    tarfile.TarError, zipfile.BadZipFile, zlib.error, gzip.BadGzipFile, EOFError,
    NotImplementedError, RuntimeError,  # zipfile's words for a compression it does not know, and for encryption
)  # fmt: skip


class WheelError(Exception):
    """No wheel: the build backend's or the index' own words."""


@dataclass(frozen=True, slots=True)
class Given:
    """What the user named as the plugin.

    Attributes:
        kind: `directory`, `wheel`, `sdist` or `requirement`.
        path: The directory or file; None for a requirement.
        requirement: The requirement as text; empty for the others.
    """

    kind: Literal["directory", "wheel", "sdist", "requirement"]
    path: Path | None
    requirement: str = ""

    def __str__(self) -> str:
        return self.requirement or str(self.path)


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A wheel, unpacked the way an installer does.

    Attributes:
        site: Directory with the plugin's packages and metadata.
        distribution: Its project name.
        version: Its version.
        requirements: What it requires of others, as in its metadata.
    """

    site: Path
    distribution: str
    version: str
    requirements: tuple[str, ...]


def what_is(text: str) -> Given:
    """Tell a directory, a wheel, a source archive and a requirement apart.

    Raises:
        UsageError: It is none of them.
    """
    path = Path(text)
    with contextlib.suppress(RuntimeError):  # `~name` of nobody is a name like any other
        path = path.expanduser()
    is_directory = is_file = False
    with contextlib.suppress(OSError):  # a requirement can be longer than a file's name may be
        is_directory, is_file = path.is_dir(), path.is_file()
    if is_directory:
        return Given("directory", path.absolute())
    if is_file:
        if path.suffix == ".whl":
            return Given("wheel", path.absolute())
        if path.name.endswith((".tar.gz", ".zip")):
            return Given("sdist", path.absolute())
        raise UsageError(f"{text} is a file, but neither a wheel (.whl) nor a source archive (.tar.gz, .zip)")
    if "/" in text and "://" not in text:
        raise UsageError(f"there is no directory or file {text}")
    try:
        return Given("requirement", None, str(Requirement(text)))
    except InvalidRequirement:
        raise UsageError(f"{text} is no directory, no file and no requirement (such as netbox-qrcode==1.0.0)") from None


@contextlib.contextmanager
def unpacked(
    given: Given, root: Path | None, interpreter: Interpreter, cache: Cache, progress: Progress = silent
) -> Iterator[Unpacked]:
    """The plugin's wheel, unpacked; it stays for the length of the block.

    Args:
        given: What the user named.
        root: The project directory, when there is one (a source archive is unpacked by the caller).
        interpreter: The Python that the plugin will run on.
        cache: Where the result is kept.
        progress: Told what takes long.

    Raises:
        WheelError: It does not build, or cannot be had.
    """
    content, label = identity(given, root), _label(given, root)

    def build(directory: Path) -> dict[str, Any]:
        progress(f"building the wheel of {label}" if root else f"bringing {label}")
        wheel = _build_wheel(root, interpreter, directory) if root else (given.path or given.requirement)
        try:
            site = directory / "site"
            run_uv("pip", "install", "--quiet", "--no-deps", *interpreter.options, "--target", site, wheel)
        except UvError as error:
            raise WheelError(str(error)) from error
        (site / ".lock").unlink(missing_ok=True)  # uv's own
        if not list(site.glob(_METADATA)):
            raise WheelError(f"{label} is for other machines or Pythons: there was nothing to install")
        return {"wheel": wheel.name if isinstance(wheel, Path) else wheel}

    key = digest("wheel", _FORMAT, content, interpreter.minor, *filter(None, [interpreter.platform]))
    with cache.entry("wheel", key, label=label, build=build, progress=progress) as entry:
        yield _read(entry.path / "site")


def identity(given: Given, root: Path | None) -> str:
    """A text that changes when the plugin does: a digest of its files, or what was required.

    Args:
        given: What the user named.
        root: The project directory, when there is one.
    """
    if root is not None:
        return _fingerprint(root)
    if given.path is not None:
        return sha256(given.path.read_bytes()).hexdigest()
    pinned = any(specifier.operator in {"==", "==="} for specifier in Requirement(given.requirement).specifier)
    # What an open requirement means changes when somebody publishes: look again every day.
    return given.requirement if pinned else f"{given.requirement} {dt.datetime.now(dt.UTC):%Y-%m-%d}"


def _label(given: Given, root: Path | None) -> str:
    place = root or given.path
    return place.name if place else given.requirement


def _fingerprint(root: Path) -> str:
    """A digest of every file that could end up in the wheel."""
    total = sha256()
    for directory, names, files in os.walk(root):
        left_out = _left_out(root, directory, [*names, *files])
        names[:] = sorted(set(names) - left_out)
        for name in sorted(set(files) - left_out):
            path = Path(directory) / name
            total.update(os.fsencode(f"\0{path.relative_to(root)}\0"))
            with contextlib.suppress(OSError):  # a dangling link is its name
                total.update(path.read_bytes())
    with contextlib.suppress(OSError):  # versions taken from git change with the commit
        total.update((root / ".git/logs/HEAD").read_bytes()[-200:])
    return total.hexdigest()


def _left_out(root: Path, directory: str, names: list[str]) -> set[str]:
    """What in a directory of the project does not make it into a wheel."""
    unwanted = LEFT_OUT | LEFT_OUT_ABOVE if Path(directory) == root else LEFT_OUT
    found = {name for name in names if name in unwanted or name.endswith(".egg-info")}
    return found | {name for name in set(names) - found if _is_special(Path(directory, name))}


def _is_special(path: Path) -> bool:
    """A socket or a pipe, which would be waited for."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not (stat.S_ISREG(mode) or stat.S_ISDIR(mode))


def copy_sources(root: Path, target: Path) -> None:
    """Copy a project, without what no wheel is made of; git's directory is linked, for versions that come from it.

    Raises:
        UsageError: Something in it cannot be read.
    """
    try:
        shutil.copytree(
            root,
            target,
            symlinks=True,
            ignore=lambda directory, names: _left_out(root, directory, names),
            ignore_dangling_symlinks=True,
        )
    except shutil.Error as error:
        source, _, reason = error.args[0][0]
        raise UsageError(f"{source} cannot be copied: {reason}") from error
    _follow_links_out(root, target)
    _link_git(root, target)


def _follow_links_out(root: Path, target: Path) -> None:
    """A relative link that leaves the project, such as a LICENSE of the repository, leads nowhere from the copy."""
    for directory, names, files in os.walk(target):
        for name in (*names, *files):
            copy = Path(directory) / name
            original = root / copy.relative_to(target)
            if copy.is_symlink() and not copy.exists() and original.is_file():
                copy.unlink()
                shutil.copy2(original, copy)


def _link_git(root: Path, target: Path) -> None:
    place = root / ".git"
    if place.is_dir():
        (target / ".git").symlink_to(place)
    elif place.is_file():  # a submodule or a work tree: the file names a directory, relative to where it is
        named = place.read_text(encoding="utf-8", errors="replace").partition("gitdir:")[2].strip()
        (target / ".git").write_text(f"gitdir: {root / named}\n")


def _build_wheel(root: Path, interpreter: Interpreter, directory: Path) -> Path:
    sources = directory / "sources"
    copy_sources(root, sources)
    try:
        # For a Python that is not on this machine the kit's own builds.
        python = interpreter.path if interpreter.platform is None else sys.executable
        run_uv("build", "--wheel", "--python", python, "--out-dir", directory, sources)
    except UvError as error:
        raise WheelError(_last_words(error)) from error
    finally:
        shutil.rmtree(sources)
    (wheel,) = directory.glob("*.whl")
    return wheel


def _last_words(error: UvError) -> str:
    """How the build backend ended, which uv reports before its own verdict."""
    lines = [line.rstrip() for line in error.said.partition("\nerror: Failed to build")[0].splitlines()]
    words = [line for line in lines if line and not line.startswith(("Building ", "error: "))]
    return "\n".join(words[-_LAST_WORDS:]) or str(error)


def _read(site: Path) -> Unpacked:
    from email.parser import HeaderParser

    (metadata,) = site.glob(_METADATA)
    headers = HeaderParser().parsestr(metadata.read_text(encoding="utf-8", errors="replace"))
    return Unpacked(site, headers["Name"], headers["Version"], tuple(headers.get_all("Requires-Dist") or ()))


def unpack_sdist(path: Path, target: Path) -> Path:
    """Unpack a source archive and return its project directory.

    Raises:
        UsageError: It cannot be read.
    """
    target.mkdir(parents=True, exist_ok=True)
    try:
        if path.suffix == ".zip":
            with zipfile.ZipFile(path) as archive:
                archive.extractall(target)  # noqa: S202 - zipfile drops absolute and upward paths itself
        else:
            with tarfile.open(path) as tar:
                extract_all(tar, target)
    except _DAMAGED as error:
        raise UsageError(f"{path} cannot be unpacked: {error}") from error
    tops = [top for top in target.iterdir() if top.is_dir()]
    return tops[0] if len(tops) == 1 else target
