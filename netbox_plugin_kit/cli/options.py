"""Options that several commands share, declared once."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from netbox_plugin_kit.errors import UnavailableError, UsageError

if TYPE_CHECKING:
    from rich.console import Console

    from netbox_plugin_kit.matrix.results import Report
    from netbox_plugin_kit.matrix.tasks import Where

__all__ = [
    "FORMS",
    "Bytes",
    "Checks",
    "Majors",
    "Shard",
    "Words",
    "context_option",
    "format_option",
    "output_option",
    "where",
    "where_options",
    "write",
    "write_text",
]

_Command = TypeVar("_Command", bound=Callable[..., Any])

_BASE = {"install", "loads"}
_NEEDS_TABLES = {"api", "pages", "permissions", "tests", "removal"}


class Checks(click.ParamType[tuple[str, ...]]):
    """A comma list of checks; what they build on comes with them."""

    name = "NAMES"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:
        """Read the list."""
        from netbox_plugin_kit.matrix.cells import CHECKS

        if isinstance(value, tuple):
            return value
        if value.strip() == "all":
            return CHECKS
        asked = {name.strip() for name in value.split(",") if name.strip()}
        if unknown := asked - set(CHECKS):
            self.fail(f"there is no check {', '.join(sorted(unknown))}; there are {', '.join(CHECKS)}, all", param, ctx)
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


class Shard(click.ParamType[tuple[int, int]]):
    """`2/5`: the second of five parts."""

    name = "I/N"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[int, int]:
        """Read the two numbers."""
        if isinstance(value, tuple):
            return value
        match = re.fullmatch(r"([0-9]+)/([0-9]+)", value)
        number, count = (int(match[1]), int(match[2])) if match else (0, 0)
        if not 1 <= number <= count:
            self.fail(f"{value} is no shard; write 1/3 for the first of three", param, ctx)
        return number, count


class Words(click.ParamType[tuple[str, ...]]):
    """A comma list."""

    name = "LIST"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[str, ...]:  # noqa: ARG002
        """Split the list."""
        return value if isinstance(value, tuple) else tuple(word.strip() for word in value.split(",") if word.strip())


class Majors(Words):
    """A comma list of PostgreSQL's major versions."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        """Read the numbers."""
        words = super().convert(value, param, ctx)
        if wrong := [word for word in words if not str(word).isdigit()]:
            self.fail(f"{wrong[0]} is no major version of PostgreSQL; write 15,17", param, ctx)
        return tuple(map(int, words))


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


FORMS = ("text", "json", "junit", "github", "markdown", "html")
"""Forms of a report of cells; `reports/writing.py` has what makes them."""


def format_option(command: _Command) -> _Command:
    """`--format text|json|junit|github|markdown|html`."""
    return click.option(
        "--format", "form", type=click.Choice(FORMS), default="text", help="For people, or for programs."
    )(command)


def output_option(command: _Command) -> _Command:
    """`--output FILE`."""
    return click.option("--output", type=ReportFile(), metavar="FILE", help="Write the report to FILE instead.")(
        command
    )


def context_option(command: _Command) -> _Command:
    """`--docker-context NAME`."""
    return click.option(
        "--docker-context", "context", metavar="NAME", help="The engine of this context of Docker's command line; "
        "default: DOCKER_HOST, or the current context."
    )(command)  # fmt: skip


def where_options(command: _Command) -> _Command:
    """`--backend`, `--image` and `--docker-context`; `where` makes one value of them."""
    command = context_option(command)
    command = click.option(
        "--image", metavar="NAME", help="With docker: an image of NetBox, laid out as netbox-docker's, in place of one "
        "that the kit makes; official: netbox-docker's own. {netbox} in it stands for the release."
    )(command)  # fmt: skip
    return click.option(
        "--backend", type=click.Choice(["embedded", "docker"]), default="embedded", show_default=True,
        help="On this machine, or in containers.",
    )(command)  # fmt: skip


def where(asked: Mapping[str, Any]) -> Where:
    """What these options say.

    Raises:
        UsageError: They do not go together.
    """
    from netbox_plugin_kit.matrix.tasks import Where

    backend, image, context = asked["backend"], asked["image"], asked["context"]
    if backend != "docker" and (image or context):
        raise UsageError(f"{'--image' if image else '--docker-context'} is for containers: add --backend docker")
    return Where(backend, image, context)


def write(
    reports: Sequence[Report],
    form: str,
    output: Path | None,
    print_text: Callable[[Sequence[Report], Console], None],
    roots: Sequence[Path | None] = (),
) -> None:
    """Write reports in the form that was asked for, to where it was asked for.

    Args:
        reports: A report for each plugin.
        form: One of `FORMS`.
        output: A file, or None for standard output.
        print_text: What prints them for people.
        roots: Project directories of the plugins, for lines of source.

    Raises:
        UnavailableError: The file cannot be written any more.
    """
    from netbox_plugin_kit.cli.terminal import captured, output_console

    if form != "text":
        from netbox_plugin_kit.reports.writing import rendered

        write_text(rendered(reports, form, roots), output)
    elif output is None:
        print_text(reports, output_console())
    else:
        with captured(plain=True) as (console, text):
            print_text(reports, console)
        write_text(text(), output)


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
