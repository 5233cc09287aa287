"""`npk docker`: what the kit keeps on a Docker engine."""

from __future__ import annotations

import click

from netbox_plugin_kit.cli.options import context_option
from netbox_plugin_kit.cli.terminal import narrator, output_console

__all__ = ["docker"]


@click.group()
def docker() -> None:
    """Base images for containers, and what is left on the engine."""


@docker.command()
@click.argument("suites", nargs=-1, metavar="[SUITE]...")
@click.option("--mirror", metavar="URL", help="Where Debian's packages are; default: debootstrap's own.")
@context_option
def base(suites: tuple[str, ...], mirror: str | None, context: str | None) -> int:
    """Make base images from Debian's packages, for engines that reach no registry.

    SUITE is trixie (Python 3.13, PostgreSQL 17, Valkey), which is the default, or bookworm (Python 3.11, for NetBox up
    to 4.4). Needs root and debootstrap.
    """
    from netbox_plugin_kit.containers.bases import make_base
    from netbox_plugin_kit.containers.bases import suites as known
    from netbox_plugin_kit.containers.engine import connect
    from netbox_plugin_kit.errors import UsageError
    from netbox_plugin_kit.runs import run_directory

    asked = suites or known()[:1]
    if unknown := [suite for suite in asked if suite not in known()]:
        raise UsageError(f"there is no base image of {unknown[0]}; there are {', '.join(known())}")
    client = connect(context)
    for suite in asked:
        with narrator() as progress, run_directory(progress) as run:
            name = make_base(client, suite, mirror, run, progress)
        click.echo(f"made {name}")
    return 0


@docker.command()
@click.option("--images", is_flag=True, help="Images of NetBox and of databases, too; base images stay.")
@context_option
def prune(images: bool, context: str | None) -> int:
    """Remove what killed runs of this machine left on the engine."""
    from netbox_plugin_kit.cache import Cache
    from netbox_plugin_kit.containers.engine import connect
    from netbox_plugin_kit.containers.resources import reap, remove_images

    client = connect(context)
    with narrator() as progress:
        removed = reap(client, Cache(), progress)
    console = output_console()
    console.print(f"{removed} containers, networks, volumes and unfinished images removed")
    if images:
        console.print(f"{remove_images(client)} images removed")
    return 0
