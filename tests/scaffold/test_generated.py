"""What the generator makes, on real NetBox: every pair of choices, and the example specifications.

A generated plugin's own tests are part of this: no page with a dead link, nothing for a user without permission.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import HealthCheck, Phase, given, settings

from netbox_plugin_kit.scaffold.answers import from_answers
from tests.cell.running import CURRENT, Ran, npk_test
from tests.scaffold.covering import covering, name_of
from tests.scaffold.strategies import accepted_documents

pytestmark = pytest.mark.netbox

_SPECS = Path(__file__).parent / "specs"
_NEWEST_PATCH = {"4.3": "4.3.7", "4.4": "4.4.10", "4.5": "4.5.10", "4.6": "4.6.8", "4.7": CURRENT}
_TIMEOUT = 1800.0
"""Seconds for one of them, when NetBox has to be prepared first and others run at the same time."""
_ANSWERS = {
    "title": "Access lists", "description": "Access lists in NetBox", "project": "netbox-access-lists",
    "package": "netbox_access_lists", "model": "AccessList", "author": "Somebody", "email": "", "repository": "",
    "license": "Apache-2.0", "netbox_min": "4.5", "netbox_max": "4.7",
}  # fmt: skip

Start = Callable[[str, str], Future[Ran]]


def _documents() -> dict[str, dict[str, Any]]:
    documents = {path.stem: yaml.safe_load(path.read_text(encoding="utf-8")) for path in sorted(_SPECS.glob("*.yaml"))}
    documents["default"] = from_answers(_ANSWERS)
    documents |= {f"{number:02}-{name_of(document)}": document for number, document in enumerate(covering())}
    return documents


_DOCUMENTS = _documents()


def _floor(name: str) -> str:
    floor: str = _DOCUMENTS[name].get("netbox", {}).get("min", "4.5")
    return floor


@pytest.fixture(scope="module")
def runs(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Start]:
    """Runs of `npk test` on generated plugins, as many at once as there are cores; each is waited for by its test."""
    ours = [
        item
        for item in request.session.items
        if item.path == request.path and isinstance(item, pytest.Function) and hasattr(item, "callspec")
    ]
    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        futures = {
            (name, release): pool.submit(_run, name, release, tmp_path_factory.mktemp("generated"))
            for name, release in map(_asked, ours)
            if release == CURRENT or os.environ.get("NPK_NETBOX_REPO")
        }
        yield lambda name, release: futures[name, release]
        for future in futures.values():
            future.cancel()


@pytest.mark.parametrize("name", sorted(_DOCUMENTS))
def test_a_generated_plugin_passes_every_check(name: str, runs: Start) -> None:
    _has_passed(runs(name, CURRENT).result())


@pytest.mark.mirror
@pytest.mark.parametrize("name", sorted(name for name in _DOCUMENTS if _NEWEST_PATCH[_floor(name)] != CURRENT))
def test_a_generated_plugin_passes_on_the_oldest_release_of_its_range(name: str, runs: Start) -> None:
    _has_passed(runs(name, _NEWEST_PATCH[_floor(name)]).result())


def _asked(item: pytest.Function) -> tuple[str, str]:
    name = str(item.callspec.params["name"])
    return name, _NEWEST_PATCH[_floor(name)] if item.get_closest_marker("mirror") else CURRENT


def _has_passed(ran: Ran) -> None:
    assert ran.report["findings"] == []
    assert set(ran.outcomes.values()) == {"pass"}


def _run(name: str, release: str, place: Path) -> Ran:
    project = _made(_DOCUMENTS[name], place)
    for command in (["check"], ["format", "--check"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, "--no-cache", "."], cwd=project, check=True)
    return npk_test(project, "--require-tests", "--timeout", "1200", netbox=release, timeout=_TIMEOUT)


def _made(values: dict[str, Any], place: Path) -> Path:
    """The way an author would; in a process of its own, for cookiecutter changes the directory it is in."""
    spec = place / "plugin.yaml"
    spec.write_text(json.dumps(values), encoding="utf-8")
    kit = [sys.executable, "-m", "netbox_plugin_kit"]
    subprocess.run([*kit, "new", "--spec", spec, "--output", place], check=True)
    return place / str(values["name"])


def _says_something(values: dict[str, Any]) -> bool:
    """Whether there is much to migrate, on the current release."""
    fields = sum(len(model.get("fields", {})) for model in values["models"].values())
    return fields > 4 and str(values.get("netbox", {}).get("max", "4.7")) == "4.7"


@settings(max_examples=3, derandomize=True, deadline=None, database=None, phases=[Phase.generate],
          suppress_health_check=list(HealthCheck))  # fmt: skip
@given(accepted_documents.filter(_says_something))
def test_whatever_is_accepted_starts_and_has_no_drift(values: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as place:
        project = _made(values, Path(place))
        ran = npk_test(project, "--checks", "loads,system,migrations,api", timeout=_TIMEOUT)
    assert ran.report["findings"] == []
    assert set(ran.outcomes.values()) == {"pass"}
