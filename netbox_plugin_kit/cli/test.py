"""`npk test`: one plugin on one NetBox release."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netbox_plugin_kit.cli.options import Bytes, Checks, format_option, output_option, where, where_options, write
from netbox_plugin_kit.cli.terminal import narrator
from netbox_plugin_kit.matrix.cells import QUICK_CHECKS, Cell, Limits
from netbox_plugin_kit.matrix.results import Report

if TYPE_CHECKING:
    from netbox_plugin_kit.backends.asking import Backend
    from netbox_plugin_kit.progress import Progress

__all__ = ["test"]


class _WithTestArguments(click.Command):
    """Keeps what comes after `--` for the test runner, options and all."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        mine, rest = (args[: args.index("--")], args[args.index("--") + 1 :]) if "--" in args else (args, [])
        ctx.meta["test_arguments"] = tuple(rest)
        return super().parse_args(ctx, mine)

    def collect_usage_pieces(self, ctx: click.Context) -> list[str]:
        return [*super().collect_usage_pieces(ctx), "[-- TEST ARGUMENTS]"]


@click.command(cls=_WithTestArguments)
@click.argument("plugin", default=".")
@click.option(
    "--netbox", metavar="VERSION", help="4.7.3, 4.6 (its newest), latest, git:REF, or the path of a checkout. "
    "Default: the newest release that the plugin declares."
)  # fmt: skip
@click.option("--python", metavar="VERSION", help="3.12, 3.12.1, or the path of an interpreter.")
@click.option(
    "--checks", type=Checks(), default=",".join(QUICK_CHECKS), show_default=True, help="Which checks to make; or all."
)
@click.option("--upgrade-from", metavar="VERSION", help="The NetBox release that the check upgrade starts from.")
@click.option(
    "--previous", metavar="PLUGIN", help="The version of the plugin that it starts from, too; default: the one "
    "published before this one."
)  # fmt: skip
@click.option(
    "--with", "companions", multiple=True, metavar="PLUGIN", help="Another plugin beside it, for the check conflicts; "
    "may be repeated."
)  # fmt: skip
@click.option("--require-tests", is_flag=True, help="Fail when no test ran.")
@click.option("--force-load", is_flag=True, help="Load the plugin outside its declared range of versions, too.")
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=600.0, show_default=True, help="Seconds a check may take."
)
@click.option(
    "--memory", type=Bytes(), default="2G", show_default=True, help="Private memory of a process; 0: no limit."
)
@where_options
@click.option("--watch", "watches", is_flag=True, help="Run again whenever a file of the project is saved.")
@format_option
@output_option
@click.pass_context
def test(ctx: click.Context, /, plugin: str, form: str, output: Path | None, watches: bool, **asked: Any) -> int:
    """Test PLUGIN on one NetBox release.

    PLUGIN is a project directory (the default is the current one), a wheel, a source archive, or a requirement such as
    netbox-qrcode==1.0.0. What comes after -- goes to the plugin's test runner.
    """
    from netbox_plugin_kit.backends.choosing import backend_for
    from netbox_plugin_kit.cache import Cache
    from netbox_plugin_kit.cli.watch import watch
    from netbox_plugin_kit.progress import silent
    from netbox_plugin_kit.reports.text import print_cells

    place = backend_for(where(asked), Cache())
    show = partial(write, form=form, output=output, print_text=print_cells)
    cell_now = partial(_cell, plugin, ctx.meta["test_arguments"], place, **asked)
    if watches:
        return watch(plugin, asked["companions"], place, partial(cell_now, progress=silent), show)
    with narrator() as progress:
        cell = cell_now(progress=progress)
        summary, result = place.run(cell, progress)
    report = Report(summary, (result,))
    root = cell.given.path if cell.given.kind == "directory" else None
    show([report], roots=[root])
    return report.exit_code


def _cell(  # noqa: PLR0913 - the options
    plugin: str,
    test_arguments: tuple[str, ...],
    place: Backend,
    *,
    netbox: str | None,
    python: str | None,
    progress: Progress,
    **asked: Any,
) -> Cell:
    from netbox_plugin_kit.environment.wheel import what_is
    from netbox_plugin_kit.matrix.plan import PlannedCell
    from netbox_plugin_kit.matrix.resolving import newest_declared, resolve
    from netbox_plugin_kit.plugin import read_project
    from netbox_plugin_kit.releases import Catalogue

    given = what_is(plugin)
    # Read now rather than when NetBox is there: a mistake in it should not take minutes to be told.
    facts = read_project(given.path) if given.kind == "directory" and given.path else None
    planned = PlannedCell(
        plugin=plugin,
        netbox=netbox or str(newest_declared(Catalogue.load(), facts)),
        python=python,
        checks=_with_conflicts(asked["checks"]) if asked["companions"] else asked["checks"],
        force_load=asked["force_load"],
        upgrade_from=asked["upgrade_from"],
    )
    limits = Limits(asked["timeout"], asked["memory"])
    return resolve(
        planned,
        limits,
        place,
        progress,
        require_tests=asked["require_tests"],
        test_arguments=test_arguments,
        companions=tuple(map(what_is, asked["companions"])),
        previous=what_is(asked["previous"]) if asked["previous"] else None,
    )


def _with_conflicts(checks: tuple[str, ...]) -> tuple[str, ...]:
    from netbox_plugin_kit.matrix.cells import CHECKS

    return tuple(name for name in CHECKS if name in {*checks, "conflicts"})
