"""Where something is said in pyproject.toml."""

from __future__ import annotations

import re

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.sources import Place

__all__ = ["place_in_pyproject"]


def place_in_pyproject(project: Project, pattern: str) -> Place:
    """The first line of pyproject.toml that matches a pattern; the file when none does; without one, the project."""
    source = project.source("pyproject.toml")
    if source is None:
        return project.place
    wanted = re.compile(pattern)
    return source.place(next((number for number, line in enumerate(source.lines, 1) if wanted.search(line)), None))
