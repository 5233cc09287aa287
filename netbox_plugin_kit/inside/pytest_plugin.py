"""What pytest is told when it runs a plugin's tests inside NetBox: the database is there, and count what happens."""

from __future__ import annotations

from typing import Any

import pytest

__all__ = ["Results"]


class _Database:
    @pytest.fixture(scope="session")
    def django_db_setup(self) -> None:
        """Instead of pytest-django's: the database is a migrated copy already."""


class Results:
    """A pytest plugin that keeps the database as it is and remembers outcomes."""

    def __init__(self) -> None:
        self.run = 0
        self.skipped = 0
        self.failures: list[str] = []

    def pytest_configure(self, config: Any) -> None:
        """Of two plugins' fixtures of one name the later one is used, so this has to come after pytest-django."""
        config.pluginmanager.register(_Database(), "npk-database")

    def pytest_runtest_logreport(self, report: Any) -> None:
        """Count a test once, whichever phase decided it."""
        if report.skipped:
            self.skipped += 1
        elif report.failed:
            self.failures.append(f"{report.nodeid}: {_reason(report)}")
        if report.when == "call" and not report.skipped:
            self.run += 1

    def pytest_collectreport(self, report: Any) -> None:
        """A module that cannot be imported is a failure, too."""
        if report.failed:
            self.failures.append(f"{report.nodeid}: {_reason(report)}")


def _reason(report: Any) -> str:
    crash = getattr(report.longrepr, "reprcrash", None)
    if crash is not None:
        return str(crash.message).splitlines()[0]
    lines = str(report.longrepr or "").strip().splitlines()
    return lines[-1] if lines else ""
