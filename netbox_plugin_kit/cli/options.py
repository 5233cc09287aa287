"""Options that several commands share, declared once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from netbox_plugin_kit.errors import UnavailableError

if TYPE_CHECKING:
    from netbox_plugin_kit.matrix.results import Report

__all__ = ["Bytes", "Checks", "format_option", "output_option", "write", "write_text"]

_Command = TypeVar("_Command", bound=Callable[..., Any])

_BASE = {"install", "loads"}
_NEEDS_TABLES = {"api", "tests"}


class Checks(click.ParamType[tuple[str, ...]]):
    """A comma list of checks; what they build on comes with them."""

    name = "NAMES"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Read the list."""
        from netbox_plugin_kit.matrix.cells import CHECKS

        if isinstance(value, tuple):
            return value
        asked = {name.strip() for name in value.split(",") if name.strip()}
        if unknown := asked - set(CHECKS):
            self.fail(f"there is no check {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}", param, ctx)
        wanted = asked | _BASE | ({"migrations"} if asked & _NEEDS_TABLES else set())
        return tuple(name for name in CHECKS if name in wanted)


class Bytes(click.ParamType[int | None]):
    """An amount of memory: `512M`, `2G`, or 0 for no limit."""

    name = "SIZE"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> int | None:
        """Read the amount; None stands for no limit."""
        if value is None or isinstance(value, int):
            return value
        match = re.fullmatch(r"(\d+)([KMGT]?)i?B?", value, re.IGNORECASE)
        if match is None:
            self.fail(f"{value} is no amount of memory; write 512M, 2G, or 0 for no limit", param, ctx)
        amount = int(match[1]) * 1024 ** " KMGT".index(match[2].upper() or " ")
        return amount or None


class ReportFile(click.Path):
    """A file to write to, looked at before the work begins rather than after."""

    name = "FILE"

    def __init__(self) -> None:
        super().__init__(dir_okay=False, writable=True, path_type=Path)

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> str | bytes | os.PathLike[str]:
        """Read the path."""
        directory = Path(value).absolute().parent
        if not directory.is_dir():
            self.fail(f"there is no directory {directory}", param, ctx)
        if not Path(value).exists() and not os.access(directory, os.W_OK | os.X_OK):
            self.fail(f"{directory} cannot be written to", param, ctx)
        return super().convert(value, param, ctx)


def format_option(command: _Command) -> _Command:
    """`--format text|json`."""
    return click.option(
        "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
    )(command)


def output_option(command: _Command) -> _Command:
    """`--output FILE`."""
    return click.option("--output", type=ReportFile(), metavar="FILE", help="Write the report to FILE instead.")(
        command
    )


def write(report: Report, form: str, output: Path | None) -> None:
    """Write a report in the form that was asked for, to where it was asked for.

    Raises:
        UnavailableError: The file cannot be written any more.
    """
    from rich.console import Console

    from netbox_plugin_kit.cli.terminal import output_console
    from netbox_plugin_kit.reports.json import as_json
    from netbox_plugin_kit.reports.text import print_report

    if output is None:
        if form == "json":
            click.echo(as_json(report))
        else:
            print_report(report, output_console())
        return
    try:
        with output.open("w", encoding="utf-8", errors="backslashreplace") as file:
            if form == "json":
                file.write(as_json(report) + "\n")
            else:
                print_report(report, Console(file=file, highlight=False, soft_wrap=True))
    except OSError as error:
        raise UnavailableError(f"cannot write the report to {output}: {error.strerror or error}") from error


def write_text(text: str, output: Path | None) -> None:
    """Write a finished report to where it was asked for.

    Raises:
        UnavailableError: The file cannot be written any more.
    """
    text = text.rstrip("\n")
    if output is None:
        if text:
            click.echo(text)
        return
    try:
        output.write_text(f"{text}\n" if text else "", encoding="utf-8", errors="backslashreplace")
    except OSError as error:
        raise UnavailableError(f"cannot write the report to {output}: {error.strerror or error}") from error
