"""Documents in which every pair of choices of the generator meets at least once."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from allpairspy import AllPairs

__all__ = ["SWITCHES", "covering", "name_of"]

SWITCHES = (
    "rest_api", "graphql", "search", "filter_forms", "bulk_import", "bulk_edit", "bulk_rename", "bulk_delete", "export",
    "middleware", "dashboard_widget", "jobs", "system_jobs", "event_types", "webhook_callbacks", "user_preferences",
    "data_backend", "jinja_filters", "translations", "static_files", "management_command", "home_page",
)  # fmt: skip

_CHOICES: dict[str, list[Any]] = {
    "floor": ["4.5", "4.3", "4.4", "4.6", "4.7"],
    "models": ["primary", "netbox", "none", "organizational", "nested"],
    "menu": ["own", "items", "none"],
    "settings": ["required", "optional", "none"],
    "license": ["Apache-2.0", "MIT", "BSD-3-Clause", "MPL-2.0", "GPL-3.0-or-later", "AGPL-3.0-or-later"],
    "extensions": [True, False],
    "relations": [True, False],
    "actions": [True, False],
    **{switch: [True, False] for switch in SWITCHES},
}
_NAMES = list(_CHOICES)


def covering() -> Iterator[dict[str, Any]]:
    """The documents; what cannot be chosen together is left out, as the generator would refuse it."""
    for row in AllPairs(list(_CHOICES.values()), filter_func=_is_possible):
        yield _document(dict(zip(_NAMES, row, strict=True)))


def name_of(document: dict[str, Any]) -> str:
    """What a test calls it."""
    models = document["models"]
    base = next(iter(models.values())).get("base", "netbox") if models else "model-less"
    on = sum(document["features"].values())
    return f"{document['netbox']['min']}-{base}-{document['menu']['style']}-{on}-features"


def _is_possible(row: list[Any]) -> bool:
    chosen = dict(zip(_NAMES, row, strict=False))
    floor = chosen["floor"]
    bases = {"primary", "organizational", "nested"}
    return not (
        (floor < "4.5" and chosen.get("models") in bases)
        or (floor < "4.4" and chosen.get("webhook_callbacks"))
        or (chosen.get("models") == "none" and (chosen.get("relations") or chosen.get("actions")))
    )


def _document(chosen: dict[str, Any]) -> dict[str, Any]:
    document: dict[str, Any] = {
        "name": "netbox-things",
        "license": chosen["license"],
        "netbox": {"min": chosen["floor"], "max": "4.7"},
        "models": {},
        "menu": {"style": chosen["menu"]},
        "features": {switch: chosen[switch] for switch in SWITCHES},
    }
    if chosen["models"] != "none":
        document["models"] = _models(chosen)
    if chosen["settings"] != "none":
        document["settings"] = {"token": {"type": "text", "required": chosen["settings"] == "required"}}
        if chosen["settings"] == "optional":
            document["settings"]["token"]["default"] = ""
    if chosen["extensions"]:
        sites: dict[str, Any] = {"models": ["dcim.Site"], "slots": ["right_page", "buttons", "list_buttons", "alerts"]}
        if chosen["relations"]:
            sites["shows"] = "Thing"
        document["template_extensions"] = [sites, {"slots": ["head", "navbar"]}]
    return document


def _models(chosen: dict[str, Any]) -> dict[str, Any]:
    fields: dict[str, Any] = {"serial": {"type": "char", "required": False, "search": 200}}
    if chosen["models"] in {"primary", "netbox"}:
        fields["name"] = {"type": "char", "unique": True, "search": 100}
    models: dict[str, Any] = {"Thing": {"base": chosen["models"], "fields": fields}}
    if chosen["relations"]:
        fields["site"] = {"type": "foreign-key", "to": "dcim.Site", "tab": True, "required": False}
        models["Part"] = {
            "fields": {
                "thing": {"type": "foreign-key", "to": "Thing", "on_delete": "cascade", "tab": True},
                "number": {"type": "integer", "min": 1},
            },
            "unique": [["thing", "number"]],
            "display": ["number"],
        }
    if chosen["actions"]:
        fields["checked"] = {"type": "boolean"}
        models["Thing"]["actions"] = {"check": {"label": "Mark as checked", "sets": {"checked": True}}}
    return models
