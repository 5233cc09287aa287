"""What a PluginConfig declares about NetBox versions, where it is written, and how to write something else there."""

from __future__ import annotations

import ast
import re

from packaging.version import Version

from netbox_plugin_kit.linting.facts import Project
from netbox_plugin_kit.linting.repairs import Repair, replace_node
from netbox_plugin_kit.plugin import Unknown

__all__ = ["BOUNDS", "declared", "rewrite", "version_of"]

BOUNDS = ("min_version", "max_version")


def declared(project: Project, name: str) -> object | None:
    """What the PluginConfig assigns to `min_version` or `max_version`; None when nothing, or nothing that is known."""
    value = project.plugin.attributes.get(name) if project.plugin else None
    return None if isinstance(value, Unknown) else value


def version_of(value: object) -> Version | None:
    """The version NetBox would read there; None when it could not."""
    try:
        return Version(value) if isinstance(value, str) else None
    except ValueError:  # InvalidVersion is one, and so is a number of thousands of digits
        return None


def rewrite(project: Project, name: str, text: str, *, safe: bool) -> Repair | None:
    """Another text in the place of the one that is assigned; None when what is assigned is not simply a text."""
    found = project.config.attribute(name) if project.config else None
    if found is None or not isinstance(found[0], ast.Constant) or not isinstance(found[0].value, str):
        return None
    node, place = found
    source = project.source(place.path)
    if source is None:
        return None
    written = ast.get_source_segment(source.text, node) or ""
    quote = "'" if re.match(r"[a-zA-Z]*'", written) else '"'
    return Repair((replace_node(source, node, f"{quote}{text}{quote}"),), safe=safe)
