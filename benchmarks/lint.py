"""How long `npk lint` takes on a large plugin, as a whole process on one core, beside ruff and pylint on its files.

python benchmarks/lint.py [--lines N] [--rounds N] [--pylint]

The plugin is a generated one, its modules repeated in sub-packages until it has as many lines. Pylint takes minutes and
runs once.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

_SPEC = Path(__file__).parent.parent / "tests" / "scaffold" / "specs" / "contracts.yaml"
_ALLOWED = 2.0
"""Seconds that 50,000 lines may take on one core."""


def timed(*command: str | Path) -> float:
    begun = time.perf_counter()
    done = subprocess.run(command, check=False, capture_output=True, text=True, preexec_fn=one_core)
    assert "Traceback" not in done.stderr, done.stderr  # findings, of whatever kind, are no failure to run
    return time.perf_counter() - begun


def one_core() -> None:
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def large_plugin(place: Path, wanted: int) -> tuple[Path, int]:
    """A plugin with at least as many lines of Python, and how many it has."""
    npk = [sys.executable, "-m", "netbox_plugin_kit"]
    subprocess.run([*npk, "new", "--spec", _SPEC, "--no-input", "--output", place], check=True, capture_output=True)
    (project,) = place.iterdir()
    package = next(path.parent for path in project.glob("*/__init__.py"))
    original = place / "original"
    shutil.copytree(package, original, ignore=shutil.ignore_patterns("tests", "templates", "static", "__pycache__"))
    once = lines = count(package)
    number = 0
    while lines < wanted:
        number += 1
        shutil.copytree(original, package / f"part_{number}")
        (package / f"part_{number}" / "__init__.py").write_text("")  # a plugin has one PluginConfig
        lines += count(original)
    assert lines >= once
    return project, lines


def count(directory: Path) -> int:
    """Lines of Python, tests apart: they are not linted."""
    files = [path for path in directory.rglob("*.py") if "tests" not in path.parts]
    return sum(path.read_text(encoding="utf-8").count("\n") for path in files)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--lines", type=int, default=50_000)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pylint", action="store_true")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as directory:
        project, lines = large_plugin(Path(directory), options.lines)
        commands = {
            "npk lint": [sys.executable, "-m", "netbox_plugin_kit", "lint", str(project)],
            "ruff": [sys.executable, "-m", "ruff", "check", "--isolated", "--no-cache", "--select=ALL", str(project)],
            "ast.parse": [sys.executable, "-c", PARSE, str(project)],
        }
        seconds: dict[str, list[float]] = {name: [] for name in commands}
        for _ in range(options.rounds):
            for name, command in commands.items():
                seconds[name].append(timed(*command))
        if options.pylint:
            package = next(path.parent for path in project.glob("*/__init__.py"))
            seconds["pylint"] = [timed(sys.executable, "-m", "pylint", "--jobs=1", "--exit-zero", str(package))]
    own = statistics.median(seconds["npk lint"])
    print(f"{lines} lines of Python")
    for name, measured in seconds.items():
        median = statistics.median(measured)
        print(f"{name:10} {median:7.2f} s  {own / median:5.2f} of it is npk lint")
    print(f"{own / _ALLOWED * 50_000 / lines:4.2f} of what is allowed")


PARSE = """
import ast, gc, pathlib, sys
gc.disable()
for path in pathlib.Path(sys.argv[1]).rglob("*.py"):
    if "tests" not in path.parts:
        ast.parse(path.read_text())
"""

if __name__ == "__main__":
    main()
