"""`npk new`: a plugin project from a specification, or from a few questions."""

from __future__ import annotations

import shlex
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

import click

__all__ = ["new"]


@click.command()
@click.option(
    "--spec", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="FILE",
    help="A specification of the plugin (YAML or JSON); nothing is asked then.",
)  # fmt: skip
@click.option(
    "--set", "values", multiple=True, metavar="KEY=VALUE",
    help="A value of the specification, e.g. netbox.min=4.6; can be given several times.",
)  # fmt: skip
@click.option("--no-input", is_flag=True, help="Ask nothing; defaults and --set are all there is.")
@click.option(
    "--output", type=click.Path(file_okay=False, path_type=Path), default=Path(), metavar="DIR",
    help="Where to put the project's directory; the current directory by default.",
)  # fmt: skip
@click.option("--schema", is_flag=True, help="Print the JSON schema of specifications, for editors, and stop.")
def new(spec: Path | None, values: tuple[str, ...], no_input: bool, output: Path, schema: bool) -> None:
    """Make a NetBox plugin project, complete and installable."""
    import json

    if schema:
        from netbox_plugin_kit.scaffold.validation import spec_schema

        click.echo(json.dumps(spec_schema(), indent=2, ensure_ascii=False))
        return
    from netbox_plugin_kit.scaffold.document import assignment
    from netbox_plugin_kit.scaffold.generating import generate
    from netbox_plugin_kit.scaffold.questions import answered, ask
    from netbox_plugin_kit.scaffold.specification import accepted, specified

    _interruptible()
    given = [assignment(text) for text in values]
    if spec is not None:
        document = specified(spec, given)
    elif no_input or not sys.stdin.isatty():
        document = answered(given)
    else:
        document = ask(given, _prompt, lambda reason: click.echo(f"  {reason}", err=True))
    project = generate(accepted(document), output)
    place = shlex.quote(str(project))
    click.echo(f"made {project}: {_contents(document.values)}\n\nnext:\n  cd {place}\n  npk test")


def _interruptible() -> None:
    """Whatever ends us politely is an interruption: what was half made is cleared away."""
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.default_int_handler)


def _prompt(words: str, default: str, offered: Sequence[str]) -> str:
    choice = click.Choice(list(offered)) if offered else None
    answer: str = click.prompt(words, default=default, type=choice, show_default=True, err=True)
    return answer


def _contents(values: dict[str, object]) -> str:
    models = values.get("models")
    listed = list(models) if isinstance(models, dict) else []
    return f"a plugin with {', '.join(listed)}" if listed else "a plugin without models"
