"""`npk test` beside what plugins' CI does today, and beside a bare boot of NetBox: on one machine, in one run.

    ./dev bench
    ./dev bench -- cell --netbox 4.7.3 --runs 5 --recipe-runs 1

Whole processes are timed, and what is quoted is the median and the ratio of medians:

- recipe: the CI job that plugins have. A new virtual environment, `pip install` of NetBox and the plugin, `migrate`,
  `makemigrations --check`, `test <plugin>`, which migrates a second database. PostgreSQL and Redis are running already,
  as a CI provides them; pip's own cache is warm.
- cell cold: `npk test` with an empty cache; uv's own cache is warm, as pip's is for the recipe.
- cell warm: `npk test` again, nothing changed; and with one file of the plugin changed, as on every save.
- boot: `django.setup()` and the URLconf with the same environment, configuration, plugin and servers as the cell, and
  nothing asked. The plugin's own tests are timed within the cell.
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.install import Installed, installed
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import Environment, environment
from netbox_plugin_kit.environment.postgres import create_cluster, load_cluster, start
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.environment.snapshots import Programs, snapshot
from netbox_plugin_kit.environment.valkey import find_server
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.environment.wheel import Given
from netbox_plugin_kit.releases import Catalogue, Release, provider_for
from netbox_plugin_kit.runs import Run, run_directory

PYPROJECT = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
[project]
name = "dummy-plugin"
version = "0.0"
[tool.setuptools.packages.find]
include = ["dummy_plugin*"]
"""

BOOT = """
import django
django.setup()
from django.urls import get_resolver
get_resolver()._populate()
"""


def main() -> None:
    options = _options()
    release = Catalogue.load().release(options.netbox)
    cache = Cache()
    with tempfile.TemporaryDirectory(prefix="npk-bench-") as scratch:
        work = Path(scratch)
        with place_for(release, cache) as (netbox, servers, run):
            project = dummy_plugin(netbox, work / "dummy")
            figures = _warm(project, options, netbox, servers, run, cache)
            if options.recipe_runs:
                figures["recipe"] = [recipe(project, netbox, servers, run, work) for _ in range(options.recipe_runs)]
        if options.cold_runs:
            figures["cell cold"] = [_cold(project, release, work) for _ in range(options.cold_runs)]
    _print(figures, release)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="npk test beside the usual recipe and a bare boot")
    parser.add_argument("--netbox", default="4.7.3")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--cold-runs", type=int, default=1)
    parser.add_argument("--recipe-runs", type=int, default=1)
    return parser.parse_args()


@contextlib.contextmanager
def place_for(release: Release, cache: Cache) -> Iterator[tuple[Environment, Programs, Run]]:
    minor = release.minor
    interpreter = choose(minor.python, None, what=f"NetBox {release}", preferred=minor.python_preferred, progress=say)
    with run_directory(say) as run, environment(release, provider_for(release), interpreter, cache, say) as netbox:
        yield netbox, Programs(find_binaries(minor.postgresql, minor.extensions, cache), find_server(minor.redis)), run


def dummy_plugin(netbox: Environment, target: Path) -> Path:
    """NetBox's own test plugin as a project of its own, without its module that is broken on purpose."""
    site = netbox.netbox or next(netbox.python.parents[1].glob("lib/python*/site-packages"))
    source = site / "netbox/tests/dummy_plugin"
    shutil.copytree(source, target / "dummy_plugin", ignore=shutil.ignore_patterns("__pycache__", "broken_import.py"))
    for file in (target / "dummy_plugin").rglob("*.py"):
        file.write_text(file.read_text().replace("netbox.tests.dummy_plugin", "dummy_plugin"))
    (target / "pyproject.toml").write_text(PYPROJECT)
    return target


def _warm(  # noqa: PLR0913, PLR0917
    project: Path, options: argparse.Namespace, netbox: Environment, servers: Programs, run: Run, cache: Cache
) -> dict[str, list[float]]:
    """The cell and the boot in turn, so that a machine whose speed drifts does not favour one."""
    figures: dict[str, list[float]] = {"boot": [], "cell warm": [], "cell after a change": [], "own tests": []}
    plugin = Given("directory", project)
    with (
        snapshot(netbox, servers, run, cache, say) as data,
        installed(plugin, project, netbox, run.path / "boot", cache) as there,
        start(servers.postgres, load_cluster(data, run), run) as database,
        start_valkey(servers.valkey, run) as redis,
    ):
        parameters = Parameters([there.plugin.package])
        variables = write_configuration(run.path / "boot", netbox.release, database, redis, parameters)
        command = boot_command(netbox, run.path / "boot", there, variables)
        boot(command)
        _cell(project, netbox.release, None)
        for number in range(options.runs):
            say(f"warm run {number + 1} of {options.runs}")
            figures["boot"].append(boot(command))
            seconds, report = _cell(project, netbox.release, None)
            figures["cell warm"].append(seconds)
            figures["own tests"].append(next(c["seconds"] for c in report["checks"] if c["name"] == "tests"))
            with (project / "dummy_plugin/views.py").open("a") as file:
                file.write("\n# changed\n")
            figures["cell after a change"].append(_cell(project, netbox.release, None)[0])
    return figures


def boot_command(netbox: Environment, place: Path, there: Installed, variables: dict[str, str]) -> dict[str, Any]:
    paths = [place, *([netbox.netbox] if netbox.netbox else []), *there.path]
    return {
        "args": [str(netbox.python), "-c", BOOT],
        "env": {**os.environ, **variables, "PYTHONPATH": os.pathsep.join(map(str, paths))},
        "cwd": place,
    }


def boot(command: dict[str, Any]) -> float:
    begun = time.perf_counter()
    subprocess.run(**command, check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - begun


def _cell(project: Path, release: Release, cache: Path | None) -> tuple[float, dict[str, Any]]:
    environment = {**os.environ, **({"NPK_CACHE_DIR": str(cache)} if cache else {})}
    command = [sys.executable, "-m", "netbox_plugin_kit", "test", str(project), "--netbox", str(release)]
    begun = time.perf_counter()
    done = subprocess.run([*command, "--format", "json"], env=environment, check=False, capture_output=True, text=True)
    seconds = time.perf_counter() - begun
    assert done.returncode == 0, done.stdout + done.stderr
    report: dict[str, Any] = json.loads(done.stdout)["cells"][0]
    return seconds, report


def _cold(project: Path, release: Release, work: Path) -> float:
    say("cell with an empty cache")
    cache = work / "cold-cache"
    seconds, _ = _cell(project, release, cache)
    shutil.rmtree(cache)
    return seconds


def recipe(  # noqa: PLR0913 - all that a CI job has
    project: Path, netbox: Environment, servers: Programs, run: Run, work: Path, *, package: str = "dummy_plugin"
) -> float:
    """Everything a CI job does, on servers that are there."""
    place = work / "recipe"
    place.mkdir()
    with (
        create_cluster(servers.postgres, run, "recipe") as data,
        start(servers.postgres, data, run) as database,
        start_valkey(servers.valkey, run, "recipe-redis") as redis,
    ):
        variables = write_configuration(place, netbox.release, database, redis, Parameters([package]))
        environment = {**os.environ, **variables, "PYTHONPATH": str(place)}
        python = place / "venv/bin/python"
        begun = time.perf_counter()
        for arguments in _recipe_steps(project, netbox, place, python, package):
            say(f"recipe: {' '.join(map(str, arguments[1:6]))}")
            subprocess.run(arguments, env=environment, cwd=place, check=True, stdout=subprocess.DEVNULL)
        seconds = time.perf_counter() - begun
    shutil.rmtree(place)
    return seconds


def _recipe_steps(
    project: Path, netbox: Environment, place: Path, python: Path, package: str
) -> Iterator[list[str | Path]]:
    yield [netbox.interpreter.path, "-m", "venv", place / "venv"]
    # The binary of psycopg, as the kit takes it: compiling the other one is no part of the comparison.
    requirements = place / "requirements.txt"
    requirements.write_text(netbox.frozen.read_text())
    yield [python, "-m", "pip", "install", "--quiet", "--no-deps", "-r", requirements]
    yield [python, "-m", "pip", "install", "--quiet", project]
    # A generated plugin's tests are built on the kit's test cases.
    yield [python, "-m", "pip", "install", "--quiet", "--no-deps", Path(__file__).parents[1]]
    manage: list[str | Path] = [python, "-m", "netbox"]
    if netbox.netbox is not None:
        manage = [python, netbox.netbox / "manage.py"]
    yield [*manage, "migrate", "--verbosity", "0"]
    yield [*manage, "makemigrations", "--check", "--dry-run", package]
    yield [*manage, "test", package]


def _print(figures: dict[str, list[float]], release: Release) -> None:
    medians = {name: statistics.median(values) for name, values in figures.items()}
    print(f"\nNetBox {release}, {os.cpu_count()} cores, NetBox's own dummy plugin; seconds, median (min - max) of n")
    for name, values in figures.items():
        print(f"  {name:20} {medians[name]:8.2f}  ({min(values):.2f} - {max(values):.2f}) of {len(values)}")
    for name in ("cell warm", "cell after a change"):
        ratio = (medians[name] - medians["own tests"]) / medians["boot"]
        print(f"{name}, without the plugin's own tests, to a bare boot: {ratio:.2f}")
    if "recipe" in medians:
        print(f"recipe to cell warm: {medians['recipe'] / medians['cell warm']:.1f}")
    if "recipe" in medians and "cell cold" in medians:
        print(f"recipe to cell cold: {medians['recipe'] / medians['cell cold']:.1f}")


def say(message: str) -> None:
    print(f"{time.strftime('%H:%M:%S')} {message}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    main()
