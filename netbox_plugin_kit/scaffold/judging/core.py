"""NetBox's own models: which there are on which release, and what is taken on them (`matrix/core_models.toml`)."""

from __future__ import annotations

import functools
import tomllib
from dataclasses import dataclass

from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.scaffold.kinds import Reference
from netbox_plugin_kit.scaffold.problems import alternatives, quoted
from netbox_plugin_kit.scaffold.spec import Spec

__all__ = ["CoreModel", "core_models", "missing"]


@dataclass(frozen=True, slots=True)
class CoreModel:
    """A model of NetBox's that a plugin can lead to."""

    minors: tuple[str, ...]
    taken: frozenset[str]


@functools.cache
def core_models() -> dict[str, CoreModel]:
    """All of them, by `dcim.Site`."""
    tables = tomllib.loads(matrix_file("core_models.toml").read_text(encoding="utf-8"))
    return {
        name: CoreModel(tuple(table["minors"]), frozenset(table["taken"])) for name, table in tables.items()
    }  # fmt: skip


def missing(reference: Reference, spec: Spec) -> str | None:
    """Why there is no such model on every release of the range; None if there is."""
    own = [model.name for model in spec.models]
    if reference.own:
        if reference.model in own:
            return None
        elsewhere = [name for name in core_models() if name.partition(".")[2].lower() == reference.model.lower()]
        known = elsewhere or [*own, *core_models()]
        hint = f"NetBox has `{elsewhere[0]}`" if elsewhere else _hint(reference.model, known, own)
        return f"{quoted(reference.model)} is no model of the plugin's; {hint}"
    found = core_models().get(reference.dotted)
    if found is None:
        hint = _hint(reference.dotted, [*core_models()], [])
        return f"{quoted(reference.dotted)} is no model of NetBox's that a plugin can lead to{hint and f'; {hint}'}"
    lacking = [minor for minor in spec.netbox.minors if minor not in found.minors]
    if lacking:
        return (
            f"NetBox {', '.join(lacking)} has no {reference.dotted}, only {', '.join(found.minors)}; narrow the range"
        )
    return None


def _hint(given: str, known: list[str], listed: list[str]) -> str:
    hint = alternatives(given, known)
    return hint if hint.startswith("did you mean") else alternatives(given, listed) if listed else ""
