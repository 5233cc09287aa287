"""`npk releases`: which NetBox releases there are, and what each one needs."""

from __future__ import annotations

import json
from typing import Any

import click

from netbox_plugin_kit.releases import Catalogue, Release, python_words

__all__ = ["releases"]


@click.command()
@click.option("--netbox", "spec", default="all", metavar="SPEC", show_default=True, help="Which releases to show.")
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json"]),
    default="text",
    show_default=True,
    help="A table for people, or JSON.",
)
def releases(spec: str, form: str) -> None:
    """Show the NetBox releases that the kit knows, and what each one needs.

    SPEC is a version (4.7.3), a minor (4.6: its newest patch), a range (>=4.4,<4.7), latest, all, or a comma list.

    Source says where a release is taken from, best first. Refusal says what happens when a plugin refuses the
    release: fatal, NetBox does not start; skipped, it starts without the plugin.
    """
    selected = Catalogue.load().select(spec)
    if form == "json":
        click.echo(json.dumps([_record(release) for release in selected], indent=2))
    else:
        _print_table(selected)


def _record(release: Release) -> dict[str, Any]:
    minor = release.minor
    return {
        "netbox": str(release),
        "minor": minor.version,
        "released": release.released.isoformat() if release.released else None,
        "catalogued": release.catalogued,
        "python": str(minor.python),
        "python_preferred": minor.python_preferred,
        "postgresql": minor.postgresql,
        "extensions": list(minor.extensions),
        "redis": str(minor.redis),
        "django": minor.django,
        "sources": list(minor.sources),
        "refusal": minor.refusal,
    }


def _print_table(selected: tuple[Release, ...]) -> None:
    from rich.console import Console
    from rich.table import Table

    table = Table(box=None, pad_edge=False)
    for heading in ("NetBox", "Released", "Python", "PostgreSQL", "Redis", "Django", "Source", "Refusal"):
        table.add_column(heading, no_wrap=True)
    for release in selected:
        table.add_row(*_row(release))
    Console(highlight=False).print(table)


def _row(release: Release) -> tuple[str, ...]:
    minor = release.minor
    return (
        str(release),
        release.released.isoformat() if release.released else "unknown",
        python_words(minor.python),
        ", ".join([f"{minor.postgresql}+", *minor.extensions]),
        f"{minor.redis}+",
        minor.django,
        ", ".join(minor.sources),
        minor.refusal,
    )
