"""`npk test`: one plugin on one NetBox release."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netbox_plugin_kit.cli.options import Bytes, Checks, format_option, output_option, write
from netbox_plugin_kit.cli.terminal import narrator
from netbox_plugin_kit.matrix.cells import CHECKS, Cell, Limits
from netbox_plugin_kit.matrix.results import Report

if TYPE_CHECKING:
    from netbox_plugin_kit.plugin import Plugin
    from netbox_plugin_kit.releases import Catalogue, Provider, Release

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
    "--netbox", metavar="VERSION", help="4.7.3, 4.6 (its newest), latest, or the path of a checkout. "
    "Default: the newest release that the plugin declares."
)  # fmt: skip
@click.option("--python", metavar="VERSION", help="3.12, 3.12.1, or the path of an interpreter.")
@click.option("--checks", type=Checks(), default=",".join(CHECKS), show_default=True, help="Which checks to make.")
@click.option("--require-tests", is_flag=True, help="Fail when no test ran.")
@click.option("--force-load", is_flag=True, help="Load the plugin outside its declared range of versions, too.")
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=600.0, show_default=True, help="Seconds a check may take."
)
@click.option(
    "--memory", type=Bytes(), default="2G", show_default=True, help="Private memory of a process; 0: no limit."
)
@format_option
@output_option
@click.pass_context
def test(ctx: click.Context, /, plugin: str, form: str, output: Path | None, **asked: Any) -> int:
    """Test PLUGIN on one NetBox release.

    PLUGIN is a project directory (the default is the current one), a wheel, a source archive, or a requirement such as
    netbox-qrcode==1.0.0. What comes after -- goes to the plugin's test runner.
    """
    from netbox_plugin_kit.backends.embedded import Embedded
    from netbox_plugin_kit.cache import Cache

    with narrator() as progress:
        cell = _cell(plugin, ctx.meta["test_arguments"], progress=progress, **asked)
        summary, result = Embedded(Cache()).run(cell, progress)
    report = Report(summary, (result,))
    write(report, form, output)
    return report.exit_code


def _cell(
    plugin: str, test_arguments: tuple[str, ...], *, netbox: str | None, python: str | None, progress: Any, **asked: Any
) -> Cell:
    from netbox_plugin_kit.environment.interpreters import choose
    from netbox_plugin_kit.environment.wheel import what_is
    from netbox_plugin_kit.plugin import read_project

    given = what_is(plugin)
    # Read now rather than when NetBox is there: a mistake in it should not take minutes to be told.
    facts = read_project(given.path) if given.kind == "directory" and given.path else None
    provider, release = _release(netbox, facts)
    minor = release.minor
    interpreter = choose(
        minor.python, python, what=f"NetBox {release}", preferred=minor.python_preferred, progress=progress
    )
    return Cell(
        given=given,
        release=release,
        provider=provider,
        interpreter=interpreter,
        checks=asked["checks"],
        limits=Limits(asked["timeout"], asked["memory"]),
        require_tests=asked["require_tests"],
        force_load=asked["force_load"],
        test_arguments=test_arguments,
    )


def _release(asked: str | None, facts: Plugin | None) -> tuple[Provider, Release]:
    """Provider and release of what `--netbox` says."""
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.releases import Catalogue, PathProvider, provider_for

    catalogue = Catalogue.load()
    if asked and "/" in asked:
        provider = PathProvider(Path(asked).expanduser().absolute())
        return provider, provider.release(catalogue)
    if asked:
        releases = catalogue.select(asked)
        if len(releases) != 1:
            raise UsageError(f"--netbox {asked} selects {len(releases)} releases; name one, or use `npk matrix`")
        return provider_for(releases[0]), releases[0]
    release = _newest_declared(catalogue, facts) if facts else catalogue.newest
    return provider_for(release), release


def _newest_declared(catalogue: Catalogue, plugin: Plugin) -> Release:
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.plugin import Unknown

    known = [None if isinstance(version, Unknown) else version for version in (plugin.min_version, plugin.max_version)]
    try:
        return catalogue.select("declared", declared=(known[0], known[1]))[-1]
    except UsageError:
        return catalogue.newest
