"""Whose fault it is when NetBox does not come up with a plugin and its companions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from netbox_plugin_kit.backends.session import Session, parameters, request_for
from netbox_plugin_kit.environment.companions import Companion
from netbox_plugin_kit.environment.configuration import Parameters
from netbox_plugin_kit.environment.install import Installed, packages
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.inside.protocol import Request
from netbox_plugin_kit.matrix.cells import Cell
from netbox_plugin_kit.matrix.results import CheckResult, Finding
from netbox_plugin_kit.progress import Progress

__all__ = ["ALONE", "contradiction", "judge"]

ALONE = "no other plugin to conflict with (--with PLUGIN)"

_FIXES = {
    "label": "set a label that nobody else has, such as the package's name, in the PluginConfig",
    "defined multiple times": "give the GraphQL type a name that begins with the plugin's",
    "already registered": "prefix the name that NetBox complains of with the plugin's package",
}


def contradiction(message: str) -> Finding:
    """What is to be said of requirements that exclude each other."""
    return Finding(message, fix="allow more versions of what both require, or say which plugins do not go together")


def judge(
    cell: Cell, plugin: Installed, session: Session, checks: Sequence[CheckResult], progress: Progress
) -> list[CheckResult]:
    """The answers of a cell with companions, and in `conflicts` why it did not load, if it loads alone.

    Raises:
        UsageError: A companion does not load by itself.
    """
    by_name = {check.name: check for check in checks}
    loads, conflicts = by_name.get("loads"), by_name.get("conflicts")
    if loads is None or conflicts is None or loads.outcome != "fail" or conflicts.outcome == "fail":
        return list(checks)
    found = _Trials(cell, plugin, session, progress).judge(loads)
    return [replace(found, seconds=check.seconds) if check is conflicts else check for check in checks]


@dataclass(frozen=True, slots=True)
class _Trials:
    """Starts of the same NetBox with fewer plugins, until it is clear which ones do not go together."""

    cell: Cell
    plugin: Installed
    session: Session
    progress: Progress

    def judge(self, loads: CheckResult) -> CheckResult:
        if self._alone().outcome != "pass":
            return CheckResult("conflicts", "skip", detail="the plugin does not load by itself, either")
        for other in self.plugin.companions:
            if (alone := self._companion(other)).outcome != "pass":
                raise UsageError(
                    f"--with {other.given} does not load by itself on NetBox {self.cell.release}: {_words(alone)}; "
                    "leave it out, or choose a version that does"
                )
        for other in self.plugin.companions:
            if (pair := self._beside(other)).outcome != "pass":
                return _conflict(self.plugin, other.plugin.package, pair)
        names = ", ".join(other.plugin.package for other in self.plugin.companions)
        return _conflict(self.plugin, f"{names} together", loads)

    def _alone(self) -> CheckResult:
        return self._loads(replace(self.plugin, companions=()), "alone")

    def _beside(self, other: Companion) -> CheckResult:
        if len(self.plugin.companions) == 1:
            return self._loads(self.plugin, "beside")
        return self._loads(replace(self.plugin, companions=(other,)), f"beside-{other.site.parent.name}")

    def _companion(self, other: Companion) -> CheckResult:
        path = (other.site, *self.plugin.path)
        as_plugin = Installed(other.plugin, other.version, path, (), None)
        own = self.plugin.plugin.settings.plugins_config
        return self._loads(as_plugin, f"companion-{other.site.parent.name}", own)

    def _loads(self, plugin: Installed, name: str, more: object = None) -> CheckResult:
        configured = parameters(plugin.plugin, force_load=self.cell.force_load, beside=plugin.companions)
        if isinstance(more, dict):
            configured = _with_plugins_config(configured, more)
        request: Request = request_for(replace(self.cell, expect="accept"), plugin, ["loads"])
        session = replace(self.session, workspace=self.session.workspace.with_name(name))
        self.progress(f"NetBox does not come up; trying {', '.join(packages(plugin.plugin, plugin.companions))}")
        (check,) = session.ask(request, configured, plugin.path, self.progress)
        return check


def _with_plugins_config(configured: Parameters, more: dict[str, object]) -> Parameters:
    return replace(configured, plugins_config={**more, **configured.plugins_config})


def _conflict(plugin: Installed, others: str, loads: CheckResult) -> CheckResult:
    package = plugin.plugin.package
    words = _words(loads)
    fix = next((fix for sign, fix in _FIXES.items() if sign in words), "take a name that begins with the package's")
    place = next(((found.path, found.line) for found in loads.findings if found.path), (None, None))
    finding = Finding(
        f"NetBox does not come up with both {package} and {others}, though it does with each alone: {words}",
        path=place[0], line=place[1], fix=fix,
    )  # fmt: skip
    return CheckResult("conflicts", "fail", detail=f"does not load beside {others}", findings=(finding,))


def _words(check: CheckResult) -> str:
    return next((found.message for found in check.findings if found.severity == "error"), check.detail)
