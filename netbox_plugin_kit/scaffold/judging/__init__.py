"""Whether a specification makes sense: everything that its JSON schema cannot say. One module a topic.

Each asks `Spec` and yields a `Problem` for every mistake, with the reason and what to do instead.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from netbox_plugin_kit.scaffold.judging import fields, models, pages, project, relations, rules
from netbox_plugin_kit.scaffold.problems import Problem
from netbox_plugin_kit.scaffold.reading import read_spec

__all__ = ["problems"]


def problems(values: Mapping[str, Any]) -> list[Problem]:
    """What is wrong with a specification that has the right shape (`validation.mistakes` has found nothing)."""
    spec = read_spec(values)
    found = list(project.problems(spec, values))
    for topic in (models, fields, relations, rules, pages):
        found += topic.problems(spec)
    return list(dict.fromkeys(found))
