"""`npk test --watch`: what people see of it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

import click

from netbox_plugin_kit.cli.terminal import narrator
from netbox_plugin_kit.errors import KitError, UsageError
from netbox_plugin_kit.matrix.results import CellResult, PluginSummary, Report
from netbox_plugin_kit.progress import Progress, silent

if TYPE_CHECKING:
    from netbox_plugin_kit.backends.asking import Backend
    from netbox_plugin_kit.matrix.cells import Cell

__all__ = ["watch"]


def watch(
    plugin: str, others: Sequence[str], backend: Backend, cell: Callable[[], Cell], show: Callable[..., None]
) -> NoReturn:
    """Run a cell after every save, until interrupted.

    Args:
        plugin: What the user named, which has to be a directory.
        others: Other plugins; those that are directories are watched, too.
        backend: Where to run.
        cell: The cell, as the project now asks for it.
        show: Writes a list of reports, with `roots`.

    Raises:
        UsageError: The plugin is no directory.
        KeyboardInterrupt: How it ends.
    """
    from netbox_plugin_kit.environment.wheel import what_is
    from netbox_plugin_kit.watching import rerun_on_save

    given = what_is(plugin)
    if given.kind != "directory" or given.path is None:
        raise UsageError(f"--watch needs the directory of a project; {plugin} is a {given.kind}")
    watched = [given, *(other for other in map(what_is, others) if other.kind == "directory")]
    screen = _Screen(given.path, show)
    with contextlib.closing(screen):
        rerun_on_save(watched, backend, cell, screen)
    raise KeyboardInterrupt


class _Screen:
    """Progress while a run goes on, then its report, and a line that says what is waited for."""

    def __init__(self, root: Path, show: Callable[..., None]) -> None:
        self._root, self._show = root, show
        self._narrator = contextlib.ExitStack()
        self._progress: Progress = silent

    def begins(self) -> None:
        self.close()
        self._progress = self._narrator.enter_context(narrator())

    def says(self, message: str) -> None:
        self._progress(message)

    def ends(self, plugin: PluginSummary, result: CellResult) -> None:
        self.close()
        self._show([Report(plugin, (result,))], roots=[self._root])
        self._wait(f"{result.verdict} after {result.seconds:.1f} s")

    def fails(self, trouble: Exception) -> None:
        self.close()
        # What is no mistake of the user's is one of ours, and still no reason to stop watching.
        said = str(trouble) if isinstance(trouble, KitError) else f"{type(trouble).__name__}: {trouble}"
        click.echo(f"npk: {' '.join(said.split())}", err=True)
        self._wait("no result")

    def close(self) -> None:
        """Nothing goes on any more."""
        self._progress = silent
        self._narrator.close()

    def _wait(self, last: Any) -> None:
        click.echo(f"watching {self._root}: {last}; a save runs it again, Ctrl-C ends it", err=True)
