"""`npk matrix`: plugins on every NetBox release that they claim, and on those just outside."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from netbox_plugin_kit.cli.options import (
    FORMS,
    Bytes,
    Checks,
    Majors,
    Shard,
    Words,
    output_option,
    where,
    where_options,
    write,
    write_text,
)
from netbox_plugin_kit.cli.terminal import narrator
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.cells import Limits
from netbox_plugin_kit.reports.plan import plan_as_github, plan_as_gitlab, plan_as_json, plan_as_text

if TYPE_CHECKING:
    from netbox_plugin_kit.cache import Cache
    from netbox_plugin_kit.matrix.plan import Plan, Wishes
    from netbox_plugin_kit.matrix.results import Report
    from netbox_plugin_kit.matrix.subjects import Subject
    from netbox_plugin_kit.matrix.tasks import Runner, Task

__all__ = ["matrix"]


_PLAN_FORMS: dict[str, Callable[[Mapping[str, Plan]], str]] = {
    "text": plan_as_text,
    "json": plan_as_json,
    "github": plan_as_github,
    "gitlab": plan_as_gitlab,
}


@click.command()
@click.argument("plugins", nargs=-1)
@click.option(
    "-r", "--requirements", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="A file with more plugins, a requirement a line.",
)  # fmt: skip
@click.option(
    "--netbox", metavar="SPEC", default="declared", show_default=True,
    help="A range (>=4.4,<4.7), minors (4.5,4.6), versions, all, latest, declared; git:REF, a pre-release or a "
    "checkout's path as a lane that may fail; a comma list of them.",
)  # fmt: skip
@click.option(
    "--patches", type=click.Choice(["edges", "last", "all"]), default="edges", show_default=True,
    help="Which patches of each minor in a range: the first and the last, the last, or all.",
)  # fmt: skip
@click.option("--python", "pythons", type=Words(), default="", help="Pythons to run on, each where NetBox accepts it.")
@click.option("--postgres", type=Majors(), default="", help="Major versions of PostgreSQL to run on, likewise.")
@click.option("--checks", type=Checks(), default="all", show_default=True, help="Which checks to make.")
@click.option("--boundaries/--no-boundaries", default=True, help="Prove that releases beside the range are refused.")
@click.option(
    "--probe", type=click.IntRange(min=0), default=1, show_default=True, metavar="N",
    help="Try so many releases beyond each end of the range, going on while they pass; 0: none.",
)  # fmt: skip
@click.option("--force-load", is_flag=True, help="Load the plugin outside its declared range of versions, too.")
@click.option(
    "--with", "companions", multiple=True, metavar="PLUGIN", help="Another plugin beside it; may be repeated."
)
@click.option(
    "--jobs", type=click.IntRange(min=1), metavar="N", help="Cells at a time; default: as cores and memory allow."
)
@click.option("--fail-fast", is_flag=True, help="Stop at the first failure that counts.")
@click.option("--only-failed", is_flag=True, help="Only the cells that did not pass in the last run.")
@click.option("--resume", is_flag=True, help="Go on with a run that was interrupted.")
@click.option(
    "--shard", type=Shard(), default="1/1", help="Only this part of the cells; `npk report merge` joins them."
)
@click.option("--cell", "names", multiple=True, metavar="NAME", help="Only this cell of the plan; may be repeated.")
@click.option("--plan", "plan_only", is_flag=True, help="Print what would be run: text, json, github or gitlab.")
@click.option("--dask", metavar="ADDRESS", help="Run the cells on the workers of this Dask scheduler.")
@click.option("--write", "write_versions", is_flag=True, help="Write the proven range wherever versions are declared.")
@where_options
@click.option("--require-tests", is_flag=True, help="Fail when no test ran.")
@click.option(
    "--timeout", type=click.FloatRange(min=1), default=600.0, show_default=True, help="Seconds a check may take."
)
@click.option(
    "--memory", type=Bytes(), default="2G", show_default=True, help="Private memory of a process; 0: no limit."
)
@click.option(
    "--report", "directory", type=click.Path(file_okay=False, path_type=Path), metavar="DIR",
    help="Write the report in every form, with the logs, to DIR.",
)  # fmt: skip
@click.option(
    "--format", "form", type=click.Choice([*FORMS, "gitlab"]), default="text", help="For people, or for programs."
)
@output_option
def matrix(plugins: tuple[str, ...], requirements: Path | None, **asked: Any) -> int:
    """Run PLUGINS on every NetBox release that they declare.

    PLUGINS are as in `npk test`; the current directory by default. Of each minor the first and the last patch are run;
    the releases just outside the declared range have to refuse the plugin.
    """
    from netbox_plugin_kit.cache import Cache
    from netbox_plugin_kit.matrix.running import Choice, Manner, choose_tasks
    from netbox_plugin_kit.matrix.subjects import read_requirements

    _refuse_contradictions(asked)
    cache = Cache()
    named = dict.fromkeys([*plugins, *(read_requirements(requirements) if requirements else ())] or ["."])
    subjects = _subjects(list(named), cache)
    plans = _plans(subjects, _wishes(asked))
    if asked["plan_only"]:
        write_text(_PLAN_FORMS[asked["form"]](plans), asked["output"])
        return 0
    choice = Choice(asked["shard"], asked["names"], asked["only_failed"])
    manner = Manner(
        Limits(asked["timeout"], asked["memory"]), asked["require_tests"], asked["companions"], where=where(asked)
    )
    tasks = choose_tasks(list(plans.values()), choice, manner, cache)
    if not tasks:
        click.echo("nothing to run: every cell of the last run passed", err=True)
        return 0
    for note in dict.fromkeys(note for plan in plans.values() for note in plan.notes):
        click.echo(note, err=True)
    found = _run(tasks, asked, cache, keep=not choice.is_all)
    reports = {subject: found[subject.plugin] for subject in subjects if subject.plugin in found}
    _write(reports, asked)
    if asked["write_versions"]:
        _write_versions(reports)
    return max((report.exit_code for report in reports.values()), default=0)


def _refuse_contradictions(asked: dict[str, Any]) -> None:
    form, plan_only = asked["form"], asked["plan_only"]
    if plan_only and form not in _PLAN_FORMS:
        raise UsageError(f"--plan has no format {form}; it has {', '.join(_PLAN_FORMS)}")
    if form == "gitlab" and not plan_only:
        raise UsageError("--format gitlab is a form of the plan: add --plan")
    partial = asked["only_failed"] or asked["names"] or asked["shard"] != (1, 1)
    if asked["write_versions"] and (partial or asked["fail_fast"]):
        raise UsageError("--write needs a whole run: leave out --shard, --cell, --only-failed and --fail-fast")


def _wishes(asked: dict[str, Any]) -> Wishes:
    from netbox_plugin_kit.matrix.plan import Wishes

    return Wishes(
        netbox=asked["netbox"],
        patches=asked["patches"],
        pythons=asked["pythons"],
        postgresql=asked["postgres"],
        # Without other plugins there is nothing to ask.
        checks=tuple(check for check in asked["checks"] if check != "conflicts" or asked["companions"]),
        boundaries=asked["boundaries"],
        probe=asked["probe"],
        force_load=asked["force_load"],
    )


def _subjects(named: list[str], cache: Cache) -> list[Subject]:
    from netbox_plugin_kit.matrix.subjects import subject

    with narrator() as progress:
        return [subject(plugin, cache, progress) for plugin in named]


def _plans(subjects: list[Subject], wishes: Wishes) -> dict[str, Plan]:
    from netbox_plugin_kit.matrix.plan import plan
    from netbox_plugin_kit.releases import Catalogue

    catalogue = Catalogue.load()
    # Of one that cannot be had nothing is known, and one release is enough to say so.
    return {
        each.plugin: plan(
            each.plugin, each.declared, replace(wishes, netbox="latest") if each.trouble else wishes, catalogue
        )
        for each in subjects
    }


def _run(tasks: list[Task], asked: dict[str, Any], cache: Cache, *, keep: bool) -> dict[str, Report]:
    from netbox_plugin_kit.cli.board import board
    from netbox_plugin_kit.matrix.engine import possible_jobs
    from netbox_plugin_kit.matrix.processes import Processes
    from netbox_plugin_kit.matrix.running import Conduct, run_matrix
    from netbox_plugin_kit.runs import run_directory

    several = len({task.planned.plugin for task in tasks}) > 1
    with contextlib.ExitStack() as stack:
        runner: Runner
        if asked["dask"]:
            from netbox_plugin_kit.matrix.dask import Dask

            runner = dask = stack.enter_context(contextlib.closing(Dask(asked["dask"], cache)))
            jobs = asked["jobs"] or dask.jobs
        else:
            runner = Processes(stack.enter_context(run_directory()))
            jobs = asked["jobs"] or possible_jobs()
        shown = stack.enter_context(board(len(tasks), several=several))
        conduct = Conduct(jobs, asked["fail_fast"], asked["resume"], keep, asked["probe"])
        try:
            return run_matrix(tasks, runner, conduct, shown, cache)
        except KeyboardInterrupt:
            click.echo("what has ended is kept: the same command with --resume goes on", err=True)
            raise


def _write(reports: Mapping[Subject, Report], asked: dict[str, Any]) -> None:
    from netbox_plugin_kit.reports.grid import print_grid
    from netbox_plugin_kit.reports.writing import write_directory

    found, roots = list(reports.values()), [subject.root for subject in reports]
    write(found, asked["form"], asked["output"], print_grid, roots)
    if asked["directory"]:
        write_directory(found, asked["directory"], roots)
        click.echo(f"the report is in {asked['directory']}; open report.html there", err=True)


def _write_versions(reports: Mapping[Subject, Report]) -> None:
    """Have every place say what was proven, and say which places that were."""
    from netbox_plugin_kit.matrix.declaring import write_range
    from netbox_plugin_kit.matrix.evidence import weigh
    from netbox_plugin_kit.releases import Catalogue

    for subject, report in reports.items():
        found = weigh(report.cells, subject.declared, Catalogue.load())
        if found is None or subject.root is None:
            click.echo(f"{subject.plugin}: nothing is written, for nothing is proven or it is no project", err=True)
            continue
        written = write_range(subject.root, found.min_version, found.max_version)
        where = ", ".join(str(path.relative_to(subject.root)) for path in written) or "nothing to change"
        click.echo(f"{subject.plugin}: NetBox {found.min_version} to {found.max_version}: {where}", err=True)
