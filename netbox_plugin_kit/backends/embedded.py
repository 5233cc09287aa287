"""Cells on this machine: NetBox in a virtual environment, with PostgreSQL and Valkey of its own, no containers."""

from __future__ import annotations

import contextlib
import time
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from netbox_plugin_kit.backends.conversation import START_LOG, converse
from netbox_plugin_kit.backends.logs import keep_logs
from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import launch, place_inside
from netbox_plugin_kit.environment.install import Installed, InstallError, installed, packages, project
from netbox_plugin_kit.environment.netbox import Environment, environment
from netbox_plugin_kit.environment.postgres import PostgresServer, load_cluster
from netbox_plugin_kit.environment.postgres import start as start_postgres
from netbox_plugin_kit.environment.postgres_binaries import find_binaries
from netbox_plugin_kit.environment.snapshots import Servers, snapshot
from netbox_plugin_kit.environment.valkey import ValkeyServer, find_server
from netbox_plugin_kit.environment.valkey import start as start_valkey
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.inside.protocol import Request
from netbox_plugin_kit.matrix.cells import Cell
from netbox_plugin_kit.matrix.results import CellResult, CheckResult, Finding, PluginSummary
from netbox_plugin_kit.plugin import Plugin, Unknown
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run, run_directory

__all__ = ["Embedded"]


@dataclass(frozen=True, slots=True)
class Embedded:
    """Runs cells on this machine."""

    cache: Cache
    name: str = "embedded"

    def run(self, cell: Cell, progress: Progress) -> tuple[PluginSummary, CellResult]:
        """Run a cell to its end; everything it started is gone when this returns."""
        begun = time.monotonic()
        with contextlib.ExitStack() as stack:
            run = stack.enter_context(run_directory(progress))
            root = stack.enter_context(project(cell.given, run.path))
            minor = cell.release.minor
            netbox = stack.enter_context(
                environment(cell.release, cell.provider, cell.interpreter, self.cache, progress)
            )
            servers = Servers(
                find_binaries(minor.postgresql, minor.extensions, self.cache, progress), find_server(minor.redis)
            )
            cluster = stack.enter_context(snapshot(netbox, servers, run, self.cache, progress))
            summary, checks = self._ask(cell, root, _Place(run, netbox, servers, cluster), progress)
        seconds = round(time.monotonic() - begun, 3)
        return summary, CellResult(
            str(cell.release), cell.interpreter.minor, self.name, seconds, tuple(checks), forced=cell.force_load
        )

    def _ask(
        self, cell: Cell, root: Path | None, place: _Place, progress: Progress
    ) -> tuple[PluginSummary, list[CheckResult]]:
        begun = time.monotonic()
        with contextlib.ExitStack() as stack:
            pool = stack.enter_context(ThreadPoolExecutor(1))
            data = pool.submit(load_cluster, place.cluster, place.run)
            try:
                plugin = stack.enter_context(
                    installed(
                        cell.given, root, place.netbox, place.workspace, self.cache, progress=progress,
                        with_tests="tests" in cell.checks,
                    )
                )  # fmt: skip
            except InstallError as error:
                failure = CheckResult("install", "fail", _since(begun), "it does not install", (Finding(str(error)),))
                return _summary_of_given(cell, root), [failure, *_unasked(cell, "the plugin is not installed")]
            install = _install_result(plugin, _since(begun))
            database = stack.enter_context(start_postgres(place.servers.postgres, data.result(), place.run))
            redis = stack.enter_context(start_valkey(place.servers.valkey, place.run))
            checks = self._inside(cell, plugin, place, database, redis, progress)
        asked = [install, *checks] if "install" in cell.checks else checks
        return _summary(plugin.plugin, plugin.version), [_placed(check, plugin.plugin) for check in asked]

    def _inside(  # noqa: PLR0913, PLR0917 - all that a conversation with NetBox needs
        self,
        cell: Cell,
        plugin: Installed,
        place: _Place,
        database: PostgresServer,
        redis: ValkeyServer,
        progress: Progress,
    ) -> list[CheckResult]:
        workspace = place.workspace
        place_inside(workspace)
        variables = write_configuration(workspace, cell.release, database, redis, _parameters(plugin.plugin, cell))
        logs = workspace / "logs"
        logs.mkdir()
        request = Request(
            package=plugin.plugin.package,
            site=str(plugin.site),
            label=plugin.plugin.label,
            checks=tuple(check for check in cell.checks if check != "install"),
            results=str(workspace / "results.jsonl"),
            logs=str(logs),
            timeout=cell.limits.timeout,
            memory=cell.limits.memory,
            tests=plugin.tests,
            test_arguments=cell.test_arguments,
        )
        if not request.checks:
            return []
        request.write(workspace / "request.json")
        with (logs / f"{START_LOG}.log").open("wb") as output:
            process = launch(
                place.netbox, workspace, [str(workspace / "request.json")],
                variables=variables, path=plugin.path, run=place.run, output=output,
            )  # fmt: skip
            checks = converse(process, request, progress)
        return [_required(check, cell) for check in keep_logs(checks, self._kept(cell, plugin.plugin))]

    def _kept(self, cell: Cell, plugin: Plugin) -> Path:
        """Where the output of this cell is kept until the same cell runs again."""
        key = digest("logs", str(cell.given), str(cell.release), cell.interpreter.minor)
        return self.cache.root / "logs" / f"{plugin.name}-{cell.release}-{key[:6]}"


@dataclass(frozen=True, slots=True)
class _Place:
    """Everything a cell stands on."""

    run: Run
    netbox: Environment
    servers: Servers
    cluster: Path

    @property
    def workspace(self) -> Path:
        """Where this cell's own files are."""
        return self.run.path / "cell"


def _parameters(plugin: Plugin, cell: Cell) -> Parameters:
    settings = plugin.settings
    appendix = ""
    if settings.configuration:
        path = plugin.root / settings.configuration
        try:
            appendix = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} ([tool.netbox-plugin-kit] configuration) cannot be read: {error}") from error
    return Parameters(packages(plugin), settings.plugins_config, settings.settings, appendix, cell.force_load)


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
