"""Which NetBox minors a plugin is for: what its rules are held against."""

from __future__ import annotations

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import Plugin, Unknown
from netbox_plugin_kit.releases import Catalogue

__all__ = ["target_minors"]


def target_minors(plugin: Plugin | None) -> tuple[str, ...]:
    """The minors that the plugin's min_version and max_version select, oldest first; all of them without these."""
    catalogue = Catalogue.load()
    releases = catalogue.releases
    if plugin is not None:
        bounds = [None if isinstance(each, Unknown) else each for each in (plugin.min_version, plugin.max_version)]
        try:
            releases = catalogue.select("declared", declared=(bounds[0], bounds[1]))
        except UsageError:
            releases = catalogue.releases
    return tuple(dict.fromkeys(release.minor.version for release in releases))
