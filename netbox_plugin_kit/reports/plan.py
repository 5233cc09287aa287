"""What would be run: for people, for programs, and for the dynamic matrix of a CI."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

import yaml

from netbox_plugin_kit.matrix.plan import Plan, PlannedCell
from netbox_plugin_kit.releases import Catalogue

__all__ = ["plan_as_github", "plan_as_gitlab", "plan_as_json", "plan_as_text"]

_GITHUB_LIMIT = 256
"""Jobs that a matrix may make in a workflow run (docs.github.com, Actions limits)."""

_GITLAB_LIMIT = 200
"""Jobs that `parallel: matrix` may make (docs.gitlab.com, CI/CD YAML syntax reference)."""


def plan_as_text(plans: Mapping[str, Plan]) -> str:
    """A line a cell: its name, what is expected, why it is there."""
    lines: list[str] = []
    for plugin, plan in plans.items():
        width = max(len(cell.name) for cell in plan.cells)
        lines += [f"{plugin}: {len(plan.cells)} cells"]
        lines += [f"  {cell.name:<{width}}  {_purpose(cell):<7}  {', '.join(cell.why)}" for cell in plan.cells]
        lines += [f"  {note}" for note in plan.notes]
    return "\n".join(lines)


def _purpose(cell: PlannedCell) -> str:
    return {"declared": "accept", "refusal": "refuse"}.get(cell.role, cell.role)


def plan_as_json(plans: Mapping[str, Plan]) -> str:
    """Everything that is planned."""
    document = {
        plugin: {"cells": [{"name": cell.name, **asdict(cell)} for cell in plan.cells], "notes": plan.notes}
        for plugin, plan in plans.items()
    }
    return json.dumps(document, indent=2)


def plan_as_github(plans: Mapping[str, Plan]) -> str:
    """One line, for `strategy.matrix: ${{ fromJSON(...) }}`; more cells than GitHub takes are given as shards."""
    cells = [(plugin, cell) for plugin, plan in plans.items() for cell in plan.cells]
    if len(cells) > _GITHUB_LIMIT:
        return json.dumps({"include": _shards(_GITHUB_LIMIT)})
    return json.dumps({"include": [_job(plugin, cell) for plugin, cell in cells]})


def _job(plugin: str, cell: PlannedCell) -> dict[str, Any]:
    return {
        "cell": cell.name,
        "plugin": plugin,
        "netbox": cell.netbox,
        "python": cell.python or _preferred(cell.netbox),
        "role": cell.role,
        "may_fail": cell.role in {"probe", "lane"},
    }


def _preferred(netbox: str) -> str:
    """The Python that a release runs on when nothing was asked; a development branch is taken for the newest."""
    catalogue = Catalogue.load()
    known = {str(release): release for release in catalogue.releases}
    return known.get(netbox, catalogue.newest).minor.python_preferred


def _shards(count: int) -> list[dict[str, str]]:
    return [{"shard": f"{number}/{count}"} for number in range(1, count + 1)]


def plan_as_gitlab(plans: Mapping[str, Plan]) -> str:
    """A job for a child pipeline; `.npk-matrix`, which it extends, is the author's: image, cache, script."""
    cells = [(plugin, cell) for plugin, plan in plans.items() for cell in plan.cells]
    if len(cells) > _GITLAB_LIMIT:
        matrix: list[dict[str, Any]] = [{"MATRIX_SHARD": [each["shard"] for each in _shards(_GITLAB_LIMIT)]}]
    else:
        matrix = [
            {"MATRIX_PLUGIN": [plugin], "MATRIX_CELL": [cell.name for cell in plan.cells]}
            for plugin, plan in plans.items()
        ]
    job = {"npk-matrix": {"extends": ".npk-matrix", "parallel": {"matrix": matrix}}}
    text: str = yaml.safe_dump(job, sort_keys=False)
    return text
