"""`npk lint`: what NetBox forbids, found without running anything."""

from __future__ import annotations

import gc
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netbox_plugin_kit.cli.options import output_option, write_text

if TYPE_CHECKING:
    from netbox_plugin_kit.linting.run import LintResult

__all__ = ["lint"]


@click.command()
@click.argument("paths", nargs=-1, metavar="[PATH]...", type=click.Path(path_type=Path))
@click.option("--select", multiple=True, metavar="CODES", help="Only these rules: codes, or how they begin (NBP1).")
@click.option("--ignore", multiple=True, metavar="CODES", help="Not these rules.")
@click.option("--fix", is_flag=True, help="Mend what can be mended without changing what the plugin does.")
@click.option("--unsafe-fixes", is_flag=True, help="Mend the rest of what can be mended, too.")
@click.option("--baseline", type=click.Path(path_type=Path), metavar="FILE", help="Leave out the findings in FILE.")
@click.option(
    "--write-baseline", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
    help="Write what is found now to FILE, and tell nothing.",
)  # fmt: skip
@click.option(
    "--fail-on", type=click.Choice(["error", "warning", "info", "never"]),
    help="The mildest severity that makes the exit status 1.  [default: error]",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice(["text", "json", "sarif", "github", "junit", "summary"]), default="text",
    show_default=True, help="For people, programs, code scanning, annotations, a CI; summary: how many of each rule.",
)  # fmt: skip
@click.option("--statistics", is_flag=True, help="Say how many findings each rule has, too.")
@output_option
def lint(paths: tuple[Path, ...], form: str, statistics: bool, output: Path | None, **asked: Any) -> int:
    """Find what NetBox forbids a plugin, and what it would silently swallow.

    PATH is a plugin's project directory (the default is the current one), or a file or directory of one. Nothing is
    imported or run.
    """
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.linting.run import Options, projects_of
    from netbox_plugin_kit.linting.run import lint as run

    # Syntax trees are many objects that all stay to the end: to look for garbage among them takes a third of the time.
    gc.disable()
    projects = projects_of(paths or (Path(),))
    if asked["write_baseline"] is not None and len(projects) > 1:
        raise UsageError("--write-baseline takes the findings of one project; name one")
    options = Options(
        select=asked["select"] or None,
        ignore=asked["ignore"] or None,
        baseline=asked["baseline"],
        write_baseline=asked["write_baseline"],
        fix=asked["fix"] or asked["unsafe_fixes"],
        unsafe=asked["unsafe_fixes"],
        fail_on=asked["fail_on"],
    )
    results = tuple(run(root, options, parts) for root, parts in projects.items())
    if options.write_baseline is not None:
        count = sum(result.baselined for result in results)
        click.echo(f"wrote {count} findings to {options.write_baseline}", err=True)
    write_text(_report(results, form, statistics=statistics, plain=output is not None), output)
    return int(any(result.failed for result in results))


def _report(results: tuple[LintResult, ...], form: str, *, statistics: bool, plain: bool) -> str:
    """The report as text; with colours if it goes to a terminal that has them."""
    if form in {"text", "summary"}:
        from netbox_plugin_kit.cli.terminal import captured
        from netbox_plugin_kit.reports.lint_text import print_findings, print_statistics, print_summary

        with captured(plain=plain) as (console, text):
            if form == "summary":
                print_summary(results, console)
            else:
                print_findings(results, console, Path.cwd())
            if statistics and form == "text":
                print_statistics(results, console)
        return text()
    if form == "json":
        from netbox_plugin_kit.reports.lint_json import findings_as_json

        return findings_as_json(results)
    if form == "sarif":
        from netbox_plugin_kit.reports.lint_sarif import findings_as_sarif

        return findings_as_sarif(results, Path.cwd())
    if form == "junit":
        from netbox_plugin_kit.reports.lint_junit import findings_as_junit

        return findings_as_junit(results)
    from netbox_plugin_kit.reports.lint_github import findings_as_commands

    return findings_as_commands(results, Path.cwd())
