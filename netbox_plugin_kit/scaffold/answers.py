"""The few questions of `npk new` and plain cookiecutter, as the document they stand for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netbox_plugin_kit.scaffold import words

__all__ = ["from_answers"]


def from_answers(answers: Mapping[str, Any]) -> dict[str, Any]:
    """A specification of a plugin with one model, or none.

    Args:
        answers: What cookiecutter asked (`template/cookiecutter.json`).
    """
    floor = str(answers["netbox_min"])
    document: dict[str, Any] = {
        "name": answers["project"],
        "package": answers["package"],
        "title": answers["title"],
        "description": answers["description"],
        "author": {"name": answers["author"], "email": answers["email"]},
        "license": answers["license"],
        "repository": answers["repository"],
        "netbox": {"min": floor, "max": str(answers["netbox_max"])},
        "models": {},
    }
    if answers["model"]:
        primary = tuple(map(int, floor.split("."))) >= (4, 5)
        document["models"][answers["model"]] = first_model(primary=primary)
    return document


def first_model(*, primary: bool) -> dict[str, Any]:
    """A model to begin with: a name, a status, and what NetBox's own models have beside them.

    Args:
        primary: Whether NetBox's PrimaryModel can be its base, which every release of the range must offer (4.5).
    """
    fields: dict[str, Any] = {
        "name": {"type": "char", "unique": True, "search": 100},
        "status": {
            "type": "choice",
            "default": "active",
            "choices": {"planned": "cyan", "active": "green", "retired": "gray"},
        },
    }
    if primary:
        return {"base": "primary", "fields": fields}
    fields["description"] = {"type": "char", "max_length": 200, "required": False, "search": 500}
    fields["comments"] = {"type": "text", "markdown": True, "required": False, "search": 5000, "column": False}
    return {"fields": fields}


def model_of(title: str) -> str:
    """The class name of a title's first model: `Access lists` gives `AccessList`."""
    return words.class_name(words.singular(title))
