"""`npk cache`: what the kit keeps, and how to get rid of it or take it elsewhere."""

from __future__ import annotations

import json
import time
from pathlib import Path

import click

from netbox_plugin_kit.cache import Cache, Entry
from netbox_plugin_kit.cli.terminal import narrator, output_console

__all__ = ["cache"]

_DAY = 86400.0


@click.group(no_args_is_help=False)
def cache() -> None:
    """List, prune, export and import what the kit keeps."""


@cache.command("list")
@click.option(
    "--format", "form", type=click.Choice(["text", "json"]), default="text", help="For people, or for programs."
)
def list_(form: str) -> None:
    """List what is kept, last used first."""
    from rich.filesize import decimal
    from rich.table import Table

    store = Cache()
    entries = store.entries()
    if form == "json":
        click.echo(
            json.dumps(
                {"schema": 1, "directory": str(store.root), "entries": [_facts(one) for one in entries]}, indent=2
            )
        )
        return
    table = Table(title=f"{store.root}", title_justify="left", box=None, pad_edge=False)
    for heading in ("kind", "key", "what"):
        table.add_column(heading, overflow="fold")
    table.add_column("size", justify="right")
    table.add_column("last used", justify="right")
    for entry in entries:
        table.add_row(entry.kind, entry.key, entry.label, decimal(entry.size()), _ago(entry.used))
    output_console().print(table)


@cache.command()
@click.option("--unused", "days", type=click.FloatRange(min=0), default=30.0, show_default=True, metavar="DAYS",
              help="Remove what was not used for so many days; 0 removes everything that nobody is using.")  # fmt: skip
@click.option("--kind", "kinds", multiple=True, help="Only entries of this kind (may be given several times).")
def prune(days: float, kinds: tuple[str, ...]) -> None:
    """Remove what was not used lately, and what killed runs left behind; never what is in use."""
    from rich.filesize import decimal

    store = Cache()
    limit = time.time() - days * _DAY
    old = [entry for entry in store.entries() if entry.used <= limit and (not kinds or entry.kind in kinds)]
    freed, removed = 0, 0
    for entry in old:
        size = entry.size()
        if store.remove(entry.kind, entry.key):
            freed, removed = freed + size, removed + 1
            click.echo(f"removed {entry.kind} {entry.key}: {entry.label}")
    for path in store.leftovers():
        if (not kinds or path.parent.name in kinds) and store.remove(path.parent.name, path.name):
            removed += 1
            click.echo(f"removed {path.parent.name} {path.name}: left behind by a run that was killed")
    if (not kinds or "logs" in kinds) and (logs := store.remove_logs(limit)):
        click.echo(f"removed the logs of {logs} runs")
    click.echo(f"{removed} removed, {decimal(freed)} freed")


@cache.command("export")
@click.argument("file", type=click.Path(dir_okay=False, path_type=Path))
@click.option("--netbox", metavar="SPEC", help="Only snapshots of these releases (default: all that are there).")
def export(file: Path, netbox: str | None) -> None:
    """Write migrated databases to FILE, e.g. for a CI to keep."""
    from rich.filesize import decimal

    from netbox_plugin_kit.archive import export_entries
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.releases import Catalogue

    store = Cache()
    entries = [entry for entry in store.entries() if entry.kind == "snapshot"]
    if netbox:
        wanted = {str(release) for release in Catalogue.load().select(netbox)}
        entries = [entry for entry in entries if entry.facts.get("netbox") in wanted]
    if not entries:
        raise UsageError(f"there is no snapshot{f' of {netbox}' if netbox else ''} to export; `npk test` makes one")
    with narrator() as progress:
        size = export_entries(entries, file, store, progress)
    click.echo(f"{len(entries)} snapshots, {decimal(size)}: {file}")


@cache.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
def import_(file: Path) -> None:
    """Take the migrated databases of FILE into the cache."""
    from netbox_plugin_kit.archive import import_entries

    with narrator() as progress:
        labels = import_entries(file, Cache(), progress)
    for label in labels:
        click.echo(f"imported: {label}")
    if not labels:
        click.echo("everything in it was there already")


def _facts(entry: Entry) -> dict[str, object]:
    return {
        "kind": entry.kind,
        "key": entry.key,
        "label": entry.label,
        "path": str(entry.path),
        "bytes": entry.size(),
        "created": entry.created,
        "used": entry.used,
    }


def _ago(moment: float) -> str:
    seconds = max(0.0, time.time() - moment)
    for unit, length in (("days", _DAY), ("hours", 3600.0), ("minutes", 60.0)):
        if seconds >= 2 * length:
            return f"{seconds / length:.0f} {unit} ago"
    return "just now"
