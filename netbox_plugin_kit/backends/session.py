"""A NetBox with its servers, where questions are asked: what a cell stands on, and each conversation with it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from netbox_plugin_kit.backends.base import Servers
from netbox_plugin_kit.backends.conversation import START_LOG, converse, with_log
from netbox_plugin_kit.environment.companions import Companion
from netbox_plugin_kit.environment.configuration import Parameters, write_configuration
from netbox_plugin_kit.environment.inside import Start, place_inside
from netbox_plugin_kit.environment.install import Installed, packages
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.inside.protocol import Request
from netbox_plugin_kit.matrix.cells import Cell
from netbox_plugin_kit.matrix.results import CheckResult
from netbox_plugin_kit.plugin import Plugin
from netbox_plugin_kit.progress import Progress
from netbox_plugin_kit.runs import Run

__all__ = ["Session", "parameters", "request_for"]


@dataclass(frozen=True, slots=True)
class Session:
    """A database and a cache that run, and the environment that is started on them.

    Attributes:
        run: What is started belongs to it.
        netbox: The environment.
        workspace: A directory of this session's own, in the run's.
        servers: The database and the cache.
    """

    run: Run
    netbox: Environment
    workspace: Path
    servers: Servers

    def state(self, name: str) -> str:
        """A file by which a process of this session tells one that comes later what there was."""
        place = self.run.path / "state"
        place.mkdir(exist_ok=True)
        return str(place / f"{name}.json")

    def ask(
        self,
        request: Request,
        configured: Parameters,
        path: Sequence[Path],
        progress: Progress,
        *,
        program: Sequence[str] = (),
    ) -> list[CheckResult]:
        """Start NetBox in a process and put the checks of a request to it.

        Args:
            request: What to ask; what it says about files is filled in here.
            configured: NetBox's configuration.
            path: Directories for Python to find plugins in.
            progress: Told what the process says.
            program: Module of `inside/`, and arguments before the request; by default the one that asks checks.
        """
        if not request.checks:
            return []
        place_inside(self.workspace)
        variables = write_configuration(
            self.workspace, self.netbox.release, self.servers.database, self.servers.redis, configured
        )
        logs = self.workspace / "logs"
        logs.mkdir(exist_ok=True)
        request = replace(request, results=str(self.workspace / "results.jsonl"), logs=str(logs))
        file = self.workspace / "request.json"
        request.write(file)
        start = Start(self.netbox, self.workspace, [*program, str(file)], variables, path)
        with (
            (logs / f"{START_LOG}.log").open("wb") as output,
            self.servers.launch(start, output) as process,
        ):
            answers = converse(process, request, progress)
        return [with_log(answer, logs) for answer in answers]


def request_for(cell: Cell, plugin: Installed, checks: Sequence[str]) -> Request:
    """The request that puts checks to a plugin."""
    settings = plugin.plugin.settings
    return Request(
        package=plugin.plugin.package,
        site=str(plugin.site),
        label=plugin.plugin.label,
        checks=tuple(checks),
        results="",
        logs="",
        timeout=cell.limits.timeout,
        memory=cell.limits.memory,
        tests=plugin.tests,
        test_arguments=cell.test_arguments,
        objects=settings.objects,
        public_urls=settings.public_urls,
        public_graphql_fields=settings.public_graphql_fields,
        upgrade_drops=settings.upgrade_drops,
        expect=cell.expect,
        companions={other.plugin.package: str(other.site) for other in plugin.companions},
    )


def parameters(
    plugin: Plugin, *, force_load: bool, without: bool = False, beside: Sequence[Companion] = ()
) -> Parameters:
    """NetBox's configuration for a plugin, and those beside it; `without` it, but with everything else.

    What companions need in their PLUGINS_CONFIG may stand in their projects or in the plugin's.

    Raises:
        UsageError: The file of further configuration cannot be read.
    """
    settings = plugin.settings
    appendix = ""
    if settings.configuration:
        path = plugin.root / settings.configuration
        try:
            appendix = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise UsageError(f"{path} ([tool.netbox-plugin-kit] configuration) cannot be read: {error}") from error
    if without:
        kept = tuple(package for package in packages(plugin, beside) if package != plugin.package)
        return Parameters(kept, _merged(other.plugin.settings.plugins_config for other in beside), {}, "", force_load)
    everybody = [*(other.plugin.settings for other in beside), settings]
    return Parameters(
        packages(plugin, beside),
        _merged(each.plugins_config for each in everybody),
        _merged(each.settings for each in everybody),
        appendix,
        force_load,
    )


def _merged(tables: Iterable[Mapping[str, Any]]) -> dict[str, Any]:
    return {key: value for table in tables for key, value in table.items()}
