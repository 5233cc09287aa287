"""The check `upgrade`: from the oldest NetBox of the range to this one, and from the plugin's version before this."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from netbox_plugin_kit.backends.base import Ground
from netbox_plugin_kit.backends.session import Session, parameters, request_for
from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.install import Installed, InstallError, installed, project
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.published import published_before
from netbox_plugin_kit.environment.wheel import Given
from netbox_plugin_kit.matrix.cells import Cell, Foundation
from netbox_plugin_kit.matrix.results import CheckResult
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run

__all__ = ["Upgrades"]

_CHECK = "upgrade"


@dataclass(frozen=True, slots=True)
class Upgrades:
    """Upgrades that end in a cell.

    Attributes:
        cell: The cell.
        run: What is started belongs to it.
        netbox: The cell's environment.
        plugin: The plugin as it is installed there.
        ground: Where everything runs.
        cache: Where environments and databases are kept.
        progress: Told what is going on.
        postgresql: The major version of PostgreSQL that the cell runs on.
    """

    cell: Cell
    run: Run
    netbox: Environment
    plugin: Installed
    ground: Ground
    cache: Cache
    progress: Progress
    postgresql: int

    def ask(self) -> CheckResult:
        """Make every upgrade there is to make, and put what came of them into one answer."""
        begun = time.monotonic()
        older, previous = self.cell.upgrade_from, self.cell.previous or self._published()
        answers: list[tuple[str, CheckResult]] = []
        if older is not None:
            answers.append((f"NetBox {older.release} to {self.netbox.release}", self._from_netbox(older)))
        if previous is not None:
            answers.append((f"{previous} to {self.plugin.version}", self._from_version(previous)))
        if not answers:
            return CheckResult(_CHECK, "skip", detail="nothing to upgrade from")
        return replace(_joined(answers), seconds=round(time.monotonic() - begun, 3))

    def _published(self) -> Given | None:
        """The version before this one on the package index, if it is a version of this plugin."""
        return published_before(self.plugin.plugin.name, self.plugin.version, self.netbox.interpreter)

    def _from_netbox(self, older: Foundation) -> CheckResult:
        """The same plugin on an older NetBox, then on this one."""
        with self.ground.environment(older, self.progress) as netbox:
            return self._upgrade(netbox, self.cell.given, "older")

    def _from_version(self, previous: Given) -> CheckResult:
        """An older version of the plugin on this NetBox, then this version."""
        return self._upgrade(self.netbox, previous, "previous")

    def _upgrade(self, netbox: Environment, given: Given, name: str) -> CheckResult:
        with contextlib.ExitStack() as stack:
            database = stack.enter_context(
                self.ground.database(netbox, self.run, self.progress, postgresql=self.postgresql)
            )
            workspace = self.run.path / f"{name}-before"
            try:
                plugin = stack.enter_context(self._installed(given, netbox, workspace))
            except InstallError as error:
                return CheckResult(
                    _CHECK, "skip", detail=f"{given} does not install on NetBox {netbox.release}: {error}"
                )
            servers = stack.enter_context(database.serve(self.cell.limits))
            before = self._half("before", Session(self.run, netbox, workspace, servers), plugin, name)
            if before.outcome != "pass":
                # That it does not work there is the business of the cell that is there for it.
                outcome = before.outcome if before.outcome == "error" else "skip"
                return replace(before, outcome=outcome, findings=(), detail=f"nothing to upgrade: {before.detail}")
            after = Session(self.run, self.netbox, self.run.path / f"{name}-after", servers)
            return self._half("after", after, self.plugin, name)

    @contextlib.contextmanager
    def _installed(self, given: Given, netbox: Environment, workspace: Path) -> Iterator[Installed]:
        with (
            project(given, workspace) as root,
            installed(given, root, netbox, workspace, self.cache, progress=self.progress) as plugin,
        ):
            yield plugin

    def _half(self, half: str, session: Session, plugin: Installed, name: str) -> CheckResult:
        request = replace(request_for(self.cell, plugin, [_CHECK]), state=session.state(name), expect="accept")
        configured = parameters(plugin.plugin, force_load=self.cell.force_load or half == "before")
        (answer,) = session.ask(request, configured, plugin.path, self.progress, program=["upgrade", half])
        return answer


def _joined(answers: list[tuple[str, CheckResult]]) -> CheckResult:
    """The worst outcome counts; a skip counts only if nothing else was answered."""
    order = ("error", "fail", "pass", "skip")
    worst = min((answer for _, answer in answers), key=lambda answer: order.index(answer.outcome))
    detail = "; ".join(f"{way}: {answer.detail}" for way, answer in answers)
    findings = tuple(finding for _, answer in answers for finding in answer.findings)
    return replace(worst, detail=detail, findings=findings)
