"""Which Pythons this machine has, and which of them a NetBox release gets.

Candidates are looked for where Pythons usually are; every binary is then asked once, all at the same time, what it is.
The answer is kept for the life of the process. Shims of version managers are never asked: one may fail, or be another
Python tomorrow.
"""

from __future__ import annotations

import functools
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from packaging.specifiers import SpecifierSet
from packaging.version import Version

from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.progress import Progress, silent
from netbox_plugin_kit.releases import python_minors, python_words

__all__ = ["Interpreter", "choose", "discover", "preferable"]

_NAME = re.compile(r"python(3(\.[0-9]+)?)?")
_VERSION = re.compile(r"[0-9]+\.[0-9]+(\.[0-9]+)?")
_PROBE = """
import sys
v = sys.version_info
level = {"alpha": "a", "beta": "b", "candidate": "rc"}.get(v[3])
print(sys.implementation.name + getattr(sys, "abiflags", "").replace("m", ""))
print("%d.%d.%d" % v[:3] + ("%s%d" % (level, v[4]) if level else ""))
"""
_PROBE_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Interpreter:
    """One CPython that works.

    Attributes:
        path: Its binary, links resolved.
        version: E.g. `3.12.1`.
        origin: Who put it there or where it was found: `running`, `PATH`, `pyenv`, `uv`, `system`, `--python`; `image`
            for one in an image of a container, which is not on this machine.
        platform: What uv calls the machine of an image, e.g. `x86_64-unknown-linux-gnu`; None for this one.
    """

    path: Path
    version: Version
    origin: str
    platform: str | None = None

    def __str__(self) -> str:
        return f"{self.minor} ({self.path})"

    @property
    def minor(self) -> str:
        """E.g. `3.12`."""
        return f"{self.version.major}.{self.version.minor}"

    @property
    def options(self) -> tuple[str | Path, ...]:
        """How uv is told to install for it."""
        if self.platform is None:
            return "--python", self.path
        return "--python-version", self.minor, "--python-platform", self.platform


def discover(progress: Progress = silent) -> tuple[Interpreter, ...]:
    """The Pythons of this machine, each binary once: the running one, then PATH, pyenv, uv, the system's."""
    progress("looking for Pythons")
    candidates: dict[Path, str] = {}
    for path, origin in _candidates():
        candidates.setdefault(path, origin)
    with ThreadPoolExecutor() as pool:
        versions = pool.map(_probe, candidates)
    found = zip(candidates.items(), versions, strict=True)
    return tuple(Interpreter(path, version, origin) for (path, origin), version in found if version)


def choose(
    accepted: SpecifierSet,
    asked: str | None = None,
    *,
    what: str,
    preferred: str | None = None,
    progress: Progress = silent,
) -> Interpreter:
    """The Python that a release runs on.

    The preferred minor if the machine has it, else the newest that is accepted; finished Pythons before pre-releases.
    The newest of all would not do: the pinned dependencies of an old release have no wheels for a Python that came
    after it. A Python that is missing is installed with uv.

    Args:
        accepted: The Pythons that may be chosen.
        asked: What `--python` said: `3.13`, `python3.13`, `3.12.1`, or a binary's path.
        what: What the Python is for, e.g. `NetBox 4.7.3`.
        preferred: The minor to take when nothing was asked, e.g. `3.12`.
        progress: Told before a Python is downloaded.

    Raises:
        UsageError: What was asked for is no Python, or one that is not accepted.
        UnavailableError: There is none, and uv cannot install one.
    """
    needs = f"{what} needs Python {python_words(accepted)}"
    if asked is not None and _VERSION.fullmatch(asked.removeprefix("python")):
        asked = asked.removeprefix("python")
    if asked is not None and not _VERSION.fullmatch(asked):
        return _accept_binary(asked, accepted, needs)
    if asked is not None and not _accepts(accepted, Version(asked)):
        raise UsageError(f"{needs}; --python asks for {asked}. Ask for one of them.")
    if found := _by_name(accepted, asked or preferred) or _best(accepted, asked, preferred, progress):
        return found
    wanted = asked or preferable(accepted, preferred)
    trouble = _install(wanted, progress)
    if found := _best(accepted, asked, preferred, silent):
        return found
    asks = f", --python asks for {asked}" if asked else ""
    advice = f"Install one with `uv python install {wanted}`, or name it with --python."
    raise UnavailableError(f"{needs}{asks}; found {_what_there_is()}{trouble}. {advice}")


def preferable(accepted: SpecifierSet, preferred: str | None) -> str:
    """The minor to bring where there is none: the preferred one if it is accepted, else the oldest that is."""
    if preferred and accepted.contains(preferred):
        return preferred
    return next(iter(python_minors(accepted)), preferred or "3.12")


def _by_name(accepted: SpecifierSet, minor: str | None) -> Interpreter | None:
    """The first finished `python3.12` when that minor is wanted: the usual case, without asking every Python."""
    for path, origin in _candidates():
        if path.name == f"python{minor}" and (version := _probe(path)):
            found = Interpreter(path, version, origin)
            if found.minor == minor and not version.is_prerelease and _accepts(accepted, version):
                return found
    return None


def _best(accepted: SpecifierSet, asked: str | None, preferred: str | None, progress: Progress) -> Interpreter | None:
    fitting = [found for found in discover(progress) if _accepts(accepted, found.version) and _is_asked(found, asked)]

    def rank(found: Interpreter) -> tuple[bool, bool, int]:
        return (found.version.is_prerelease, found.minor != preferred, -found.version.minor)

    return min(fitting, key=rank, default=None)


def _what_there_is() -> str:
    found = discover()
    if len(found) == 1:
        return str(found[0])
    return ", ".join(sorted({python.minor for python in found}, key=Version)) or "none"


def _is_asked(found: Interpreter, asked: str | None) -> bool:
    return asked is None or asked in {found.minor, found.version.base_version}


def _accept_binary(asked: str, accepted: SpecifierSet, needs: str) -> Interpreter:
    located = shutil.which(Path(asked).expanduser())
    version = _probe(Path(located).absolute()) if located else None
    if located is None or version is None:
        raise UsageError(f"--python {asked} is no CPython that works; give a version such as 3.12, or a binary's path.")
    named = Interpreter(Path(located).absolute(), version, "--python")
    if not _accepts(accepted, version):
        raise UsageError(f"{needs}; found {named}. Install one of them, or name it with --python.")
    return named


def _accepts(accepted: SpecifierSet, version: Version) -> bool:
    # 3.12.1rc1 is a 3.12, and 3.15.0a1 a 3.15; a bare 3.12 stands for whatever patch there is.
    return accepted.contains(Version(version.base_version))


def _install(version: str, progress: Progress) -> str:
    """Let uv download a Python; what went wrong, as an addition to a message."""
    if os.environ.get("NPK_OFFLINE"):
        return "; nothing is downloaded because NPK_OFFLINE is set"
    progress(f"downloading Python {version} with uv")
    try:
        run_uv("python", "install", "--quiet", "--no-bin", "--no-config", version)
    except UvError as error:
        reason = str(error).rsplit(" cause: ", 1)[-1]  # the first thing that went wrong; uv names it last
        return f"; uv could not download {version} ({reason})"
    return ""


def _candidates() -> Iterator[tuple[Path, str]]:
    """Every binary that may be a Python, links resolved, best first."""
    for origin, paths in _places():
        for path in paths:
            resolved = path.resolve()
            if _is_program(resolved):
                yield resolved, origin


def _places() -> Iterator[tuple[str, list[Path]]]:
    """Where to look, and what is there; each place is only looked at when those before it were not enough."""
    base = getattr(sys, "_base_executable", None) or sys.executable
    yield "running", [Path(base)] if base else []
    yield "PATH", [path for directory in _path_directories() for path in _pythons(directory)]
    yield "pyenv", _versions(_pyenv_root() / "versions")
    yield "uv", _versions(_uv_directory())
    yield "system", [path for directory in _SYSTEM_DIRECTORIES for path in _pythons(Path(directory))]


_SYSTEM_DIRECTORIES = ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/home/linuxbrew/.linuxbrew/bin")


def _is_program(path: Path) -> bool:
    """Is it a Python itself, not a shim: a script (pyenv, asdf) or a link to a version manager (mise)?"""
    if sys.platform == "darwin" and path == Path("/usr/bin/python3"):
        return False  # Apple's opens a window where the developer tools are missing
    try:
        with path.open("rb") as file:
            is_script = file.read(2) == b"#!"
    except OSError:
        return False
    return not is_script and path.name.lower().startswith("python") and os.access(path, os.X_OK)


def _path_directories() -> list[Path]:
    return [Path(text) for text in os.environ.get("PATH", "").split(os.pathsep) if text]


def _pyenv_root() -> Path:
    configured = os.environ.get("PYENV_ROOT")
    return Path(configured) if configured else Path("~/.pyenv").expanduser()


def _uv_directory() -> Path:
    return _ask_uv_directory(tuple(os.environ.get(name) for name in ("UV_PYTHON_INSTALL_DIR", "XDG_DATA_HOME", "HOME")))


@functools.cache
def _ask_uv_directory(_environment: tuple[str | None, ...]) -> Path:
    return Path(run_uv("python", "dir", "--no-config").strip())


def _pythons(directory: Path) -> list[Path]:
    return sorted((path for path in _children(directory) if _NAME.fullmatch(path.name)), key=lambda path: path.name)


def _versions(directory: Path) -> list[Path]:
    """The Pythons of a directory that holds one installation a version, newest first."""
    homes = [path for path in _children(directory) if "freethreaded" not in path.name]
    newest_first = sorted(homes, key=lambda path: [int(part) for part in re.findall("[0-9]+", path.name)], reverse=True)
    return [home / "bin" / "python3" for home in newest_first]


def _children(directory: Path) -> list[Path]:
    try:
        return list(directory.iterdir())
    except OSError:
        return []


@functools.cache
def _probe(path: Path) -> Version | None:
    """The version of a CPython; None when it is another Python, a free-threaded one, or does not work."""
    try:
        done = subprocess.run(
            [str(path), "-I", "-S", "-c", _PROBE],
            capture_output=True,
            check=True,
            stdin=subprocess.DEVNULL,
            text=True,
            timeout=_PROBE_SECONDS,
        )
        implementation, version = done.stdout.split()
    except (OSError, ValueError, subprocess.SubprocessError):
        return None
    return Version(version) if implementation == "cpython" else None
