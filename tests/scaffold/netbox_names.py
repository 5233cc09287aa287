"""Makes `matrix/netbox_names.toml`: what names NetBox releases use, asked of the releases themselves.

    python -m tests.scaffold.netbox_names      asks a release of every minor since 4.3, and writes the file anew

It needs what `npk test` needs to install those releases; no database or Redis is started.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from netbox_plugin_kit.data import matrix_file
from tests.scaffold.probing import answer

__all__ = ["RELEASES", "document", "flat", "used_by"]

RELEASES = ("4.3.7", "4.4.10", "4.5.10", "4.6.8", "4.7.3")

_HEAD = """\
# The names that NetBox {first} to {last} use, so that no generated plugin uses them again. Generated: do not edit.
#
# Asked of {releases} themselves by tests/scaffold/names_probe.py, in a NetBox that was started; all
# releases together. `python -m tests.scaffold.netbox_names` writes this file anew, and
# tests/scaffold/test_names_data.py compares it with the releases. What is kept by hand is in names.toml.
#
#   packages        NetBox's own top-level packages
#   installed       every other package that is installed with NetBox
#   distributions   the projects these come from
#   labels          labels of all Django apps
#   models          models of NetBox's apps
#   graphql         names N of which a GraphQL type `NType` or `NFilter` exists, models aside
#   openapi         components of the REST API's schema, models aside
#   choices         choice sets
#   urls            first parts of paths below /plugins/ and /api/plugins/
#   [beside]        what the base class beside a model has: no field of that name can be shown, sent or filtered by
#   [fields]        fields, attributes and methods of a model, by the base it has
#   [features]      the same of the mixins that a model may have besides, without those of NetBoxModel
"""


def used_by(release: str) -> dict[str, Any]:
    """What names a release uses.

    Raises:
        UnavailableError: The release cannot be had or installed.
    """
    facts: dict[str, Any] = answer(release, "names_probe.py")
    return _reduced(facts)


def flat(tables: Mapping[str, Any]) -> dict[str, set[str]]:
    """Names by the dotted name of their list: `fields.netbox`."""
    found: dict[str, set[str]] = {}
    for key, value in tables.items():
        if isinstance(value, Mapping):
            found |= {f"{key}.{name}": set(names) for name, names in value.items()}
        else:
            found[key] = set(value)
    return found


def document(releases: Iterable[Mapping[str, Any]]) -> str:
    """The file: what all the releases use."""
    union: dict[str, set[str]] = {}
    for facts in releases:
        for key, names in flat(facts).items():
            union.setdefault(key, set()).update(names)
    # One release's model is another's mere component, and what is NetBox's own in one is so in all.
    union["graphql"] -= union["models"]
    union["openapi"] -= union["models"]
    union["installed"] -= union["packages"]
    lines = [_HEAD.format(first=_minor(RELEASES[0]), last=_minor(RELEASES[-1]), releases=", ".join(RELEASES))]
    table = ""
    for key, names in union.items():
        if (here := key.rpartition(".")[0]) != table:
            table = here
            lines.append(f"\n[{table}]")
        if names:
            lines.append(f"{key.rpartition('.')[2]} = [")
            lines += [f'    "{name}",' for name in sorted(names)]
            lines.append("]")
    return "\n".join(lines) + "\n"


def _reduced(facts: dict[str, Any]) -> dict[str, Any]:
    """Only what a plugin could collide with."""
    models = set(facts["models"])
    graphql = {name.removesuffix(end) for name in facts["graphql"] for end in ("Type", "Filter") if name.endswith(end)}
    openapi = {name for name in facts["openapi"] if name.isidentifier()}
    return {
        **facts,
        "installed": set(facts["installed"]) - set(facts["packages"]),
        "graphql": graphql - models - {""},
        "openapi": openapi - models,
        "features": {name: set(names) - set(facts["fields"]["netbox"]) for name, names in facts["features"].items()},
    }


def _minor(release: str) -> str:
    return release.rpartition(".")[0]


if __name__ == "__main__":
    matrix_file("netbox_names.toml").write_text(document([used_by(release) for release in RELEASES]), encoding="utf-8")
