"""Where a cell runs: one small protocol, two implementations (embedded; containers)."""

from __future__ import annotations

from typing import Protocol

from netbox_plugin_kit.matrix.cells import Cell
from netbox_plugin_kit.matrix.results import CellResult, PluginSummary
from netbox_plugin_kit.progress import Progress

__all__ = ["Backend"]


class Backend(Protocol):
    """A place where cells can be run."""

    name: str

    def run(self, cell: Cell, progress: Progress) -> tuple[PluginSummary, CellResult]:
        """Run a cell to its end.

        Whatever the plugin does is in the result.

        Raises:
            UsageError: What was named is no plugin, or its configuration is wrong.
            UnavailableError: The kit could not provide what the cell needs.
        """
