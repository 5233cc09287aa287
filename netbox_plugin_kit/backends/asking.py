"""A cell from its beginning to its end: install the plugin beside NetBox, ask the checks, gather the answers."""

from __future__ import annotations

import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Protocol

from netbox_plugin_kit.backends.base import Database, Ground
from netbox_plugin_kit.backends.logs import keep_logs
from netbox_plugin_kit.backends.session import Session, parameters, request_for
from netbox_plugin_kit.backends.together import ALONE, contradiction, judge
from netbox_plugin_kit.backends.upgrade import Upgrades
from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.companions import companions
from netbox_plugin_kit.environment.install import ConflictError, Installed, InstallError, installed, project
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.matrix.cells import CHECKS, Cell, Foundation
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary
from netbox_plugin_kit.plugin import Plugin, Unknown
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run, run_directory

__all__ = ["Backend", "Standby"]


_ON_OBJECTS = frozenset({"pages", "permissions", "tests", "removal", "upgrade"})
"""Checks for which the plugin's tests have to be there: they have the factories of its objects."""


class Standby(Protocol):
    """Somebody who has a cell prepared, and decides when it goes on."""

    def started(self, run: Run) -> None:
        """The cell's processes and files belong to this run."""

    def wait(self) -> None:
        """Return when the cell is to go on; raise something when it is not."""


@dataclass(frozen=True, slots=True)
class Backend:
    """Runs cells.

    Attributes:
        cache: Where everything expensive is kept.
        ground: Where NetBox and its servers run.
    """

    cache: Cache
    ground: Ground

    def run(self, cell: Cell, progress: Progress, standby: Standby | None = None) -> tuple[PluginSummary, CellResult]:
        """Run a cell to its end; everything it started is gone when this returns.

        Args:
            cell: What to run.
            progress: Told what is done.
            standby: Asked when everything is in place but the plugin, which is not looked at before.

        Raises:
            UsageError: What was named is no plugin, or its configuration is wrong.
            UnavailableError: The kit could not provide what the cell needs.
        """
        begun = time.monotonic()
        with contextlib.ExitStack() as stack:
            run = stack.enter_context(run_directory(progress))
            if standby:
                standby.started(run)
            root = stack.enter_context(project(cell.given, run.path))
            on = Foundation(cell.release, cell.provider, cell.interpreter)
            netbox = stack.enter_context(self.ground.environment(on, progress))
            database = stack.enter_context(
                self.ground.database(
                    netbox, run, progress,
                    # NetBox refuses a plugin before it looks at the database, and migrating one takes a minute.
                    postgresql=cell.postgresql, migrated=cell.expect != "refuse",
                )
            )  # fmt: skip
            summary, checks = self._ask(cell, root, _Place(run, netbox, database), progress, standby)
        seconds = round(time.monotonic() - begun, 3)
        return summary, CellResult(
            str(cell.release), cell.interpreter.minor, self.ground.name, seconds, tuple(checks),
            expect=cell.expect, forced=cell.force_load, role=cell.role, postgresql=database.major,
        )  # fmt: skip

    def _ask(
        self, cell: Cell, root: Path | None, place: _Place, progress: Progress, standby: Standby | None
    ) -> tuple[PluginSummary, list[CheckResult]]:
        begun = time.monotonic()
        with contextlib.ExitStack() as stack:
            pool = stack.enter_context(ThreadPoolExecutor(1))
            prepared = pool.submit(place.database.prepare)
            session = None
            if standby:
                prepared.result()
                session = place.session(stack, cell)
                standby.wait()
                begun = time.monotonic()
            others = cell.companions if "conflicts" in cell.checks and cell.expect == "accept" else ()
            beside = stack.enter_context(companions(others, place.netbox, place.workspace, self.cache, progress))
            try:
                plugin = stack.enter_context(
                    installed(
                        cell.given, root, place.netbox, place.workspace, self.cache, progress=progress,
                        with_tests=bool(_ON_OBJECTS & set(cell.checks)), beside=beside,
                    )
                )  # fmt: skip
            except InstallError as error:
                failure = CheckResult("install", "fail", _since(begun), "it does not install", (Finding(str(error)),))
                unasked = _unasked(cell, "the plugin is not installed")
                if isinstance(error, ConflictError):
                    failure = replace(failure, findings=(), detail="it does not install beside the other plugins")
                    unasked = [_contradicts(check, str(error)) for check in unasked]
                return _summary_of_given(cell, root), [failure, *unasked]
            install = _install_result(plugin, _since(begun))
            prepared.result()
            session = session or place.session(stack, cell)
            checks = [*self._inside(cell, plugin, session, progress)]
        if "upgrade" in cell.checks:
            checks.append(self._upgrade(cell, plugin, place, checks, progress))
        kept = keep_logs(checks, self._kept(cell, plugin.plugin))
        asked = [install, *kept] if "install" in cell.checks else kept
        return _summary(plugin.plugin, plugin.version), [_placed(check, plugin.plugin) for check in asked]

    def _inside(self, cell: Cell, plugin: Installed, session: Session, progress: Progress) -> list[CheckResult]:
        """Everything that is asked of a NetBox with the plugin, and then of one without it."""
        elsewhere = {"install", "upgrade"} | (set() if plugin.companions else {"conflicts"})
        asked = [check for check in cell.checks if check not in elsewhere]
        configured = parameters(plugin.plugin, force_load=cell.force_load, beside=plugin.companions)
        request = replace(request_for(cell, plugin, asked), state=session.state("touched"))
        checks = [_required(check, cell) for check in session.ask(request, configured, plugin.path, progress)]
        if checks and checks[-1].name == "removal" and checks[-1].outcome == "pass":
            checks[-1] = _ask_removal(cell, plugin, session, checks[-1], progress)
        if plugin.companions:
            return judge(cell, plugin, session, checks, progress)
        return _with_skipped_conflicts(checks) if "conflicts" in cell.checks else checks

    def _upgrade(
        self, cell: Cell, plugin: Installed, place: _Place, checks: list[CheckResult], progress: Progress
    ) -> CheckResult:
        broken = [check.name for check in checks if check.name in _FIRST and check.outcome != "pass"]
        if broken:
            return CheckResult("upgrade", "skip", detail=f"the check {broken[0]} did not pass")
        postgresql = place.database.major
        return Upgrades(cell, place.run, place.netbox, plugin, self.ground, self.cache, progress, postgresql).ask()

    def _kept(self, cell: Cell, plugin: Plugin) -> Path:
        """Where the output of this cell is kept until the same cell runs again."""
        kind = (str(cell.release), cell.interpreter.minor, cell.postgresql, cell.role)
        return self.cache.root / "logs" / f"{plugin.name}-{cell.release}-{digest('logs', str(cell.given), *kind)[:6]}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Everything a cell stands on."""

    run: Run
    netbox: Environment
    database: Database

    def session(self, stack: contextlib.ExitStack, cell: Cell) -> Session:
        """Start the servers; `stack` ends them."""
        return Session(self.run, self.netbox, self.workspace, stack.enter_context(self.database.serve(cell.limits)))

    @property
    def workspace(self) -> Path:
        """Where this cell's own files are."""
        return self.run.path / "cell"


_FIRST = {"loads", "migrations"}
"""Without these nothing can be upgraded."""


def _ask_removal(
    cell: Cell, plugin: Installed, session: Session, before: CheckResult, progress: Progress
) -> CheckResult:
    """Start NetBox without the plugin on the database that it was used on."""
    begun = time.monotonic()
    without = replace(session, workspace=session.workspace.with_name("removal"))
    configured = parameters(plugin.plugin, force_load=False, without=True, beside=plugin.companions)
    request = replace(request_for(cell, plugin, ["removal"]), expect="accept", state=session.state("touched"))
    # What it requires may bring other plugins, which stay; its own package is not on the path.
    (after,) = without.ask(request, configured, plugin.path[1:], progress, program=["removed"])
    findings = (*before.findings, *after.findings)
    return replace(after, seconds=round(before.seconds + time.monotonic() - begun, 3), findings=findings)


def _install_result(plugin: Installed, seconds: float) -> CheckResult:
    findings = tuple(
        Finding("not in the wheel", path=path, severity="warning", fix="include it in the package data of the build")
        for path in plugin.missing
    )
    lost = f"; {len(findings)} files of the project are not in the wheel" if findings else ""
    return CheckResult("install", "pass", seconds, f"{plugin.plugin.name} {plugin.version}{lost}", findings)


def _required(check: CheckResult, cell: Cell) -> CheckResult:
    """A skipped `tests` check fails where tests are required."""
    if check.name == "tests" and check.outcome == "skip" and cell.require_tests:
        return replace(check, outcome="fail", detail=f"{check.detail} (--require-tests)")
    return check


def _placed(check: CheckResult, plugin: Plugin) -> CheckResult:
    """Findings by their place in the project instead of the installed copy."""
    base = plugin.package_path.parent

    def project_path(path: str) -> str:
        source = base / path
        return str(source.relative_to(plugin.root)) if source.exists() and source.is_relative_to(plugin.root) else path

    findings = tuple(
        replace(finding, path=project_path(finding.path)) if finding.path else finding for finding in check.findings
    )
    return replace(check, findings=findings)


def _contradicts(check: CheckResult, message: str) -> CheckResult:
    if check.name != "conflicts":
        return check
    return CheckResult(
        "conflicts", "fail", detail="the requirements exclude each other", findings=(contradiction(message),)
    )


def _with_skipped_conflicts(checks: list[CheckResult]) -> list[CheckResult]:
    skipped = [*checks, CheckResult("conflicts", "skip", detail=ALONE)]
    return sorted(skipped, key=lambda check: CHECKS.index(check.name))


def _unasked(cell: Cell, reason: str) -> list[CheckResult]:
    return [CheckResult(name, "skip", detail=reason) for name in cell.checks if name != "install"]


def _summary(plugin: Plugin, version: str | None) -> PluginSummary:
    def known(value: object) -> str | None:
        return None if value is None or isinstance(value, Unknown) else str(value)

    return PluginSummary(
        plugin.name,
        plugin.package,
        version or known(plugin.version),
        known(plugin.min_version),
        known(plugin.max_version),
    )


def _summary_of_given(cell: Cell, root: Path | None) -> PluginSummary:
    from netbox_plugin_kit.plugin import read_project

    return _summary(read_project(root), None) if root else PluginSummary(str(cell.given))


def _since(begun: float) -> float:
    return round(time.monotonic() - begun, 3)
