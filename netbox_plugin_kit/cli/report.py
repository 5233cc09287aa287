"""`npk report`: reports of earlier runs in another form, put together, or compared."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from netbox_plugin_kit.cli.options import format_option, output_option, write, write_text

if TYPE_CHECKING:
    from netbox_plugin_kit.matrix.results import Report
    from netbox_plugin_kit.reports.merging import Difference

__all__ = ["report"]

_file = click.Path(exists=True, dir_okay=False, path_type=Path)


@click.group()
def report() -> None:
    """Show, join and compare reports that `npk matrix` or `npk test` wrote as JSON."""


@report.command()
@click.argument("file", type=_file)
@format_option
@output_option
def show(file: Path, form: str, output: Path | None) -> int:
    """Show the report in FILE in another form."""
    from netbox_plugin_kit.reports.grid import print_grid

    found = _read([file])
    write(found, form, output, print_grid)
    return _status(found)


@report.command()
@click.argument("files", nargs=-1, required=True, type=_file)
@click.option(
    "--report", "directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Write the report in every form, with the logs, to DIR.",
)  # fmt: skip
@format_option
@output_option
def merge(files: tuple[Path, ...], form: str, output: Path | None, directory: Path | None) -> int:
    """Join the reports of shards, or of many runs; of a cell that is in several, the last counts."""
    from netbox_plugin_kit.reports.grid import print_grid
    from netbox_plugin_kit.reports.merging import merge as joined
    from netbox_plugin_kit.reports.writing import write_directory

    found = joined(_read(files))
    write(found, form, output, print_grid)
    if directory:
        write_directory(found, directory)
    return _status(found)


@report.command()
@click.argument("old", type=_file)
@click.argument("new", type=_file)
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "markdown"]), default="text", help="How to say it."
)
@output_option
def diff(old: Path, new: Path, form: str, output: Path | None) -> int:
    """Say what is new in NEW, and what is gone since OLD; the exit status is 1 if anything new fails."""
    from netbox_plugin_kit.reports.differences import as_json, as_markdown, as_text
    from netbox_plugin_kit.reports.merging import compare

    found = compare(_read([old]), _read([new]))
    forms: dict[str, Callable[[Sequence[Difference]], str]] = {
        "text": as_text,
        "json": lambda differences: json.dumps(as_json(differences), indent=2),
        "markdown": as_markdown,
    }
    write_text(forms[form](found), output)
    return int(any(difference.is_worse for difference in found))


def _read(files: Sequence[Path]) -> list[Report]:
    from dataclasses import replace

    from netbox_plugin_kit.reports.reading import read_reports

    def at_home(log: Path | None, base: Path) -> Path | None:
        return base / log if log is not None else None  # `--report` names logs relative to the report

    found = []
    for file in files:
        for each in read_reports(file):
            cells = tuple(
                replace(
                    cell, checks=tuple(replace(check, log=at_home(check.log, file.parent)) for check in cell.checks)
                )
                for cell in each.cells
            )
            found.append(replace(each, cells=cells))
    return found


def _status(reports: Sequence[Report]) -> int:
    return max((each.exit_code for each in reports), default=0)
