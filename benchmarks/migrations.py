"""Core's migrations, Django's way beside the kit's (`inside/reloads.py`): the same schema, the same rows, and the time.

    ./dev bench -- migrations [--netbox 4.7.3]

Both start from an empty database and are compared by `pg_dump`, which has to be on the PATH or beside PostgreSQL's
other programs. Takes some minutes.
"""

from __future__ import annotations

import argparse
import contextlib
import difflib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import place_inside
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import Environment, environment
from netbox_plugin_kit.environment.postgres import PostgresServer, create_cluster, start
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.environment.valkey import find_server
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.releases import Catalogue, provider_for
from netbox_plugin_kit.runs import run_directory

DJANGO = "import sys; from django.core.management import execute_from_command_line as run; run(['', *sys.argv[1:]])"
_TIMES = re.compile(r"'\d{4}-\d\d-\d\d \d\d:\d\d:\d\d[.\d]*\+00'")


def main() -> None:
    parser = argparse.ArgumentParser(description="core's migrations in two ways")
    parser.add_argument("--netbox", default="4.7.3")
    release = Catalogue.load().release(parser.parse_args().netbox)
    minor, cache = release.minor, Cache()
    interpreter = choose(minor.python, None, what=f"NetBox {release}", preferred=minor.python_preferred)
    postgres = find_binaries(minor.postgresql, minor.extensions, cache)
    dump = shutil.which("pg_dump") or str(postgres.bin / "pg_dump")
    with (
        environment(release, provider_for(release), interpreter, cache) as netbox,
        run_directory() as run,
        start_valkey(find_server(minor.redis), run) as redis,
    ):
        figures, contents = {}, {}
        for way in ("kit", "django"):
            with create_cluster(postgres, run, way) as data, start(postgres, data, run) as database:
                workspace = run.path / f"{way}-work"
                place_inside(workspace)
                variables = write_configuration(workspace, release, database, redis, Parameters())
                begun = time.perf_counter()
                subprocess.run(_command(way, netbox, workspace), env=_environment(netbox, workspace, variables),
                               check=True, stdout=subprocess.DEVNULL)  # fmt: skip
                figures[way] = time.perf_counter() - begun
                contents[way] = list(_contents(dump, database))
                print(f"{way}: {figures[way]:.1f} s, {len(contents[way])} lines of schema and rows", file=sys.stderr)
    same = contents["kit"] == contents["django"]
    ratio = figures["django"] / figures["kit"]
    verdict = "are the same" if same else "DIFFER"
    print(f"NetBox {release}: Django {figures['django']:.1f} s, kit {figures['kit']:.1f} s, ratio {ratio:.1f}")
    print(f"schema and rows {verdict}")
    for line in list(difflib.unified_diff(contents["django"], contents["kit"], "django", "kit", n=0))[:40]:
        print(f"  {line.rstrip()}")
    sys.exit(0 if same else 1)


def _command(way: str, netbox: Environment, workspace: Path) -> list[str]:
    python = str(netbox.python)
    if way == "kit":
        return [python, "-m", "npk_inside.migrate", str(workspace / "results")]
    return [python, "-c", DJANGO, "migrate", "--verbosity", "0", "--skip-checks"]


def _environment(netbox: Environment, workspace: Path, variables: dict[str, str]) -> dict[str, str]:
    places = [workspace, *([netbox.netbox] if netbox.netbox else [])]
    # Django records squashed migrations in the order of a set, which differs from process to process otherwise.
    return {**os.environ, **variables, "PYTHONPATH": os.pathsep.join(map(str, places)), "PYTHONHASHSEED": "0"}


def _contents(dump: str, database: PostgresServer) -> Iterator[str]:
    """Schema in order, rows sorted; what differs from run to run by nature is left out: times, and a dump's own key."""
    connection = ["-h", database.host, "-U", database.user, database.database]
    with contextlib.suppress(KeyError):
        del os.environ["PGPASSWORD"]
    schema = subprocess.run([dump, "-s", *connection], check=True, capture_output=True, text=True).stdout
    yield from (line for line in schema.splitlines() if not line.startswith(("\\restrict", "\\unrestrict")))
    rows = subprocess.run([dump, "-a", "--inserts", *connection], check=True, capture_output=True, text=True).stdout
    yield from sorted(_TIMES.sub("", line) for line in rows.splitlines() if line.startswith(("INSERT", "SELECT")))


if __name__ == "__main__":
    main()
