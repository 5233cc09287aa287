"""pytest for a plugin's tests: in the NetBox that is up, or in a process of its own where nothing is."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

__all__ = ["NO_TESTS_COLLECTED", "Results", "run_alone", "run_here"]

NO_TESTS_COLLECTED = 5  # pytest.ExitCode


@dataclass
class Results:
    """What happened; pytest's own exit status, and a line for every failure."""

    status: int = 0
    run: int = 0
    skipped: int = 0
    failures: list[str] = field(default_factory=list)


def run_here(label: str, arguments: tuple[str, ...]) -> Results:
    """Run pytest in this process, with pytest-django, on the database that is there."""
    return _run(label, [*arguments], with_django=True)


def run_alone(label: str, arguments: tuple[str, ...]) -> Results:
    """Run pytest in a new process that knows of no Django settings."""
    environment = {key: value for key, value in os.environ.items() if key != "DJANGO_SETTINGS_MODULE"}
    with tempfile.NamedTemporaryFile(suffix=".json") as results:
        command = [sys.executable, "-m", __spec__.name, results.name, label, *arguments]
        status = subprocess.run(command, env=environment, check=False).returncode
        said = Path(results.name).read_text()
    return Results(**json.loads(said)) if said else Results(status=status or 1)


def _run(label: str, arguments: list[str], *, with_django: bool) -> Results:
    import pytest

    results = Results()

    class Database:
        @pytest.fixture(scope="session")
        def django_db_setup(self) -> None:
            """Instead of pytest-django's: the database is a migrated copy already."""

    class Listener:
        def pytest_configure(self, config: Any) -> None:
            # Of two plugins' fixtures of one name the later one is used, so this has to come after pytest-django.
            if with_django:
                config.pluginmanager.register(Database(), "npk-database")

        def pytest_runtest_logreport(self, report: Any) -> None:
            if report.skipped:
                results.skipped += 1
            elif report.failed:
                results.failures.append(f"{report.nodeid}: {_reason(report)}")
            if report.when == "call" and not report.skipped:
                results.run += 1

        def pytest_collectreport(self, report: Any) -> None:
            if report.failed:
                results.failures.append(f"{report.nodeid}: {_reason(report)}")

    options = ["-p", "no:cacheprovider", *([] if with_django else ["-p", "no:django"])]
    results.status = int(pytest.main([label, *options, *arguments], plugins=[Listener()]))
    return results


def _reason(report: Any) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    lines = str(crash.message if crash is not None else report.longrepr or "").strip().splitlines()
    return (lines[0] if crash is not None else lines[-1]) if lines else ""


if __name__ == "__main__":
    target, path, *rest = sys.argv[1:]
    Path(target).write_text(json.dumps(asdict(_run(path, rest, with_django=False))))
