"""`npk`: the command line. One module a command; a command parses, calls and prints, and knows nothing else.

Commands are loaded when they are asked for, so that `npk --help` does not wait for what it does not need.
"""

from __future__ import annotations

import contextlib
import errno
import importlib
import io
import os
import sys
from typing import Any

import click

from netbox_plugin_kit import __version__
from netbox_plugin_kit.errors import KitError

__all__ = ["cli", "main"]

_COMMANDS = {
    "new": "new: Make a NetBox plugin project, complete and installable.",
    "test": "test: Test a plugin on one NetBox release.",
    "matrix": "matrix: Run plugins on every NetBox release they declare, and just outside.",
    "report": "report: Show, join and compare reports of earlier runs.",
    "lint": "lint: Find what NetBox forbids a plugin, without running anything.",
    "rule": "rule: Explain a rule of the linter, or list them all.",
    "releases": "releases: List the NetBox releases that the kit knows.",
    "cache": "cache: List, prune, export and import what the kit keeps.",
    "docker": "docker: Make base images for containers, and tidy up on the engine.",
    "doctor": "doctor: Show what was found on this machine, and what is missing.",
}

_INTERRUPTED = 130


class _Lazy(click.Group):
    """A group whose commands live in modules of their own."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        return list(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:  # noqa: ARG002
        if cmd_name not in _COMMANDS:
            return None
        module = importlib.import_module(f"netbox_plugin_kit.cli.{cmd_name}")
        command: click.Command = getattr(module, cmd_name)
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:  # noqa: ARG002
        with formatter.section("Commands"):
            formatter.write_dl([(name, text.partition(": ")[2]) for name, text in _COMMANDS.items()])


@click.group(cls=_Lazy, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="npk")
def cli() -> None:
    """Generate, test, lint, certify and ship NetBox plugins."""


def main(arguments: list[str] | None = None) -> None:
    """Run the command line; what a user can run into ends in one line and the exit status that goes with it."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        # A log that takes ASCII only is no reason to lose a report.
        sys.stdout.reconfigure(errors="backslashreplace")
    try:
        status: Any = cli.main(arguments or sys.argv[1:] or ["--help"], prog_name="npk", standalone_mode=False)
        sys.stdout.flush()
    except KitError as error:
        _end(str(error), error.exit_code)
    except click.UsageError as error:
        hint = f" (see `{error.ctx.command_path} --help`)" if error.ctx else ""
        _end(f"{error.format_message().rstrip('.')}{hint}", 2)
    except click.ClickException as error:
        _end(error.format_message(), 2)
    except (KeyboardInterrupt, click.Abort):
        _end("interrupted", _INTERRUPTED)
    except BrokenPipeError:
        # Whoever read us has gone; there is nobody left to tell.
        _forget_output()
        sys.exit(1)
    except OSError as error:
        _forget_output()
        _end(_explain(error), 3)
    sys.exit(status if isinstance(status, int) else 0)


def _explain(error: OSError) -> str:
    from netbox_plugin_kit.cache import first_os_error

    error = first_os_error(error)
    place = f" ({error.filename})" if error.filename else ""
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        advice = "free some, or name other places with NPK_CACHE_DIR (what is kept) and TMPDIR (what a run needs)"
        return f"no space left on the device{place}; {advice}"
    return f"{error.strerror or error}{place}"


def _forget_output() -> None:
    """What could not be written would be tried again, and complained about, when Python ends."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _end(message: str, status: int) -> None:
    with contextlib.suppress(OSError):
        click.echo(f"npk: {' '.join(message.split())}", err=True)
    sys.exit(status)
