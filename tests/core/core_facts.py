"""Makes `matrix/core.json`: what NetBox's core consists of, asked of the releases themselves.

    python -m tests.core.core_facts      asks the newest release of every minor, and writes the file anew

It needs what `npk test` needs to install those releases; no database or Redis is started.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netbox_plugin_kit.data import matrix_file
from netbox_plugin_kit.releases import Catalogue
from tests.scaffold.probing import answer

__all__ = ["RELEASES", "document", "facts_of", "merged"]

RELEASES = tuple({release.minor.version: str(release) for release in Catalogue.load().releases}.values())
"""The newest release of every minor, oldest first."""

_PROBE = Path(__file__).with_name("core_probe.py")


def facts_of(release: str) -> dict[str, Any]:
    """What a release consists of.

    Raises:
        UnavailableError: The release cannot be had or installed.
    """
    facts: dict[str, Any] = answer(release, _PROBE)
    return facts


def merged(releases: Mapping[str, dict[str, Any]]) -> dict[str, Any]:
    """The facts of all releases in one: every name with the minors that have it.

    A name that all minors have stands without them, and where a name has facts of its own those of the newest release
    count. Of the names on a model, `names` are those in every release that has the model.
    """
    minors = {release.rpartition(".")[0]: facts for release, facts in releases.items()}
    found: dict[str, Any] = {"minors": list(minors), "releases": list(releases)}
    plain = [key for key, value in list(minors.values())[-1].items() if isinstance(value, list)]
    for key in plain:
        found[key] = _names({minor: facts[key] for minor, facts in minors.items()}, minors)
    found["tag_libraries"] = _details(minors, "tag_libraries", "module")
    found["commands"] = _details(minors, "commands", "app")
    found["apps"] = _details(minors, "apps", "package")
    found["models"] = _models(minors)
    found["views"] = _views(minors)
    found["migrations"] = {
        app: _names({minor: facts["migrations"].get(app, ()) for minor, facts in minors.items()}, minors)
        for app in sorted({app for facts in minors.values() for app in facts["migrations"]})
    }
    found["pins"] = {
        name: {minor: facts["pins"][name] for minor, facts in minors.items() if name in facts["pins"]}
        for name in sorted({name for facts in minors.values() for name in facts["pins"]} - {"netbox"})
    }
    return found


def _names(by_minor: Mapping[str, Any], minors: Mapping[str, Any]) -> dict[str, list[str] | None]:
    every = sorted({name for names in by_minor.values() for name in names})
    return {name: _where([minor for minor, names in by_minor.items() if name in names], minors) for name in every}


def _where(found: list[str], minors: Mapping[str, Any]) -> list[str] | None:
    return None if len(found) == len(minors) else found


def _details(minors: Mapping[str, Any], key: str, detail: str) -> dict[str, Any]:
    names = _names({minor: facts[key] for minor, facts in minors.items()}, minors)
    newest = {name: value for facts in minors.values() for name, value in facts[key].items()}
    return {name: {detail: newest[name], "minors": where} for name, where in names.items()}


def _models(minors: Mapping[str, Any]) -> dict[str, Any]:
    found = {}
    for name, where in _names({minor: facts["models"] for minor, facts in minors.items()}, minors).items():
        known = {minor: facts["models"][name] for minor, facts in minors.items() if name in facts["models"]}
        taken = _names({minor: model["names"] for minor, model in known.items()}, known)
        everywhere = _everywhere(minors)
        found[name] = {
            **list(known.values())[-1],
            "names": [each for each, minors_of in taken.items() if minors_of is None and each not in everywhere],
            "sometimes": {each: minors_of for each, minors_of in taken.items() if minors_of and each not in everywhere},
            "minors": where,
        }
    return found


def _everywhere(minors: Mapping[str, Any]) -> set[str]:
    """What every model of the newest release has: no need to say it of each."""
    newest = list(minors.values())[-1]["models"].values()
    return set.intersection(*(set(model["names"]) for model in newest))


def _views(minors: Mapping[str, Any]) -> dict[str, list[dict[str, Any]]]:
    found: dict[str, list[dict[str, Any]]] = {}
    for label in sorted({label for facts in minors.values() for label in facts["views"]}):
        entries: dict[tuple[Any, ...], list[str]] = {}
        for minor, facts in minors.items():
            for entry in facts["views"].get(label, ()):
                entries.setdefault((entry["name"], entry["path"], entry["detail"]), []).append(minor)
        found[label] = [
            {"name": name, "path": path, "detail": detail, "minors": _where(where, minors)}
            for (name, path, detail), where in sorted(entries.items())
        ]
    return found


def document(facts: Mapping[str, Any]) -> str:
    """The file: a line each name, so that a new release reads as the difference it makes."""
    tables = []
    for key, value in facts.items():
        if not isinstance(value, dict):
            tables.append(f"{json.dumps(key)}: {json.dumps(value)}")
            continue
        lines = [f"  {json.dumps(name)}: {json.dumps(item)}" for name, item in value.items()]
        tables.append(f"{json.dumps(key)}: {{\n" + ",\n".join(lines) + "\n}")
    return "{\n" + ",\n".join(tables) + "\n}\n"


if __name__ == "__main__":
    matrix_file("core.json").write_text(
        document(merged({release: facts_of(release) for release in RELEASES})), encoding="utf-8"
    )
