"""`npk matrix` beside the bare boots it cannot do without, and beside what plugins' CI does for the same releases.

    ./dev bench -- matrix
    ./dev bench -- matrix --netbox '>=4.5' --runs 3 --recipe 4.7.3

A generated plugin is run on every release of its range, with all checks, everything in the cache; whole processes are
timed. The boots are `django.setup()` and the URLconf with the plugin on each of these releases, one after the other.
The recipe (see cell.py) takes a quarter of an hour for each release, so it is run for those that are named.
"""

from __future__ import annotations

import argparse
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from cell import boot, boot_command, place_for, recipe, say

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.install import installed
from netbox_plugin_kit.environment.postgres import load_cluster, start
from netbox_plugin_kit.environment.snapshots import snapshot
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.environment.wheel import Given
from netbox_plugin_kit.releases import Catalogue, Release

_NPK = (sys.executable, "-m", "netbox_plugin_kit")


def main() -> None:
    options = _options()
    with tempfile.TemporaryDirectory(prefix="npk-bench-") as scratch:
        work = Path(scratch)
        subprocess.run(
            [*_NPK, "new", "--no-input", "--set", "name=bench", "--set", "netbox.min=4.3", "--output", work], check=True
        )
        project = work / "bench"
        arguments = [str(project), "--netbox", options.netbox, "--format", "json"]
        planned = json.loads(subprocess.check_output([*_NPK, "matrix", "--plan", *arguments]))
        cells = next(iter(planned.values()))["cells"]
        _matrix([*arguments, "--checks", "loads"])  # everything there is to keep is kept from then on
        seconds = [_matrix(arguments) for _ in range(options.runs)]
        releases = [Catalogue.load().release(cell["netbox"]) for cell in cells if cell["role"] == "declared"]
        boots = [_boot(project, release, options.boots) for release in releases]
        recipes = [_recipe(project, Catalogue.load().release(name), work) for name in options.recipe]
    _print(len(cells), seconds, boots, recipes)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description="npk matrix beside bare boots and the usual recipe")
    parser.add_argument("--netbox", default="declared")
    parser.add_argument("--runs", type=int, default=1)
    parser.add_argument("--boots", type=int, default=3)
    parser.add_argument("--recipe", nargs="*", default=[], metavar="RELEASE")
    return parser.parse_args()


def _matrix(arguments: list[str]) -> float:
    say("the matrix")
    begun = time.perf_counter()
    done = subprocess.run([*_NPK, "matrix", *arguments], check=False, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return time.perf_counter() - begun


def _boot(project: Path, release: Release, runs: int) -> float:
    """Seconds of a bare start of one release with the plugin, the median."""
    say(f"boots of {release}")
    cache = Cache()
    with (
        place_for(release, cache) as (netbox, servers, run),
        snapshot(netbox, servers, run, cache, say) as data,
        installed(Given("directory", project), project, netbox, run.path / "boot", cache) as there,
        start(servers.postgres, load_cluster(data, run), run) as database,
        start_valkey(servers.valkey, run) as redis,
    ):
        parameters = Parameters([there.plugin.package])
        variables = write_configuration(run.path / "boot", release, database, redis, parameters)
        command = boot_command(netbox, run.path / "boot", there, variables)
        return statistics.median(boot(command) for _ in range(runs))


def _recipe(project: Path, release: Release, work: Path) -> float:
    with place_for(release, Cache()) as (netbox, servers, run):
        return recipe(project, netbox, servers, run, work, package="bench")


def _print(cells: int, matrix: list[float], boots: list[float], recipes: list[float]) -> None:
    wall = statistics.median(matrix)
    print(f"npk matrix, warm, {cells} cells, all checks: {wall:.0f} s ({wall / cells:.1f} s a cell)")
    print(f"{len(boots)} bare boots, one after the other: {sum(boots):.0f} s (ratio {wall / sum(boots):.1f})")
    for seconds in recipes:
        print(
            f"the usual recipe on one release: {seconds:.0f} s (ratio of the whole matrix to it {wall / seconds:.2f})"
        )


if __name__ == "__main__":
    main()
