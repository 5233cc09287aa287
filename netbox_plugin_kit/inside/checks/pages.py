"""Does every page work, of the plugin and of what it adds to core's?"""

from __future__ import annotations

from typing import Any

from ..boot import Booted
from ..database import use_copy
from ..protocol import Answer, Request, skipped
from ..trial import try_out, unavailable, verdict

__all__ = ["pages"]


def pages(netbox: Booted, request: Request) -> Answer:
    """Does every page work, as a superuser sees it: the plugin's own, and those of core's objects that it adds to?

    Each must answer with status 200 and without the box that NetBox 4.6 and later shows in place of a template
    extension that raised, and everything on it must lead somewhere.
    """
    if reason := unavailable():
        return skipped(reason)
    from netbox_plugin_kit.testing.pages import PagesTestCase

    use_copy()
    visits: dict[str, int] = {"pages": 0, "links": 0}

    class Case(PagesTestCase):  # type: ignore[misc, unused-ignore]
        """Counts, and has nothing to say of models that no object could be made of: that is said once."""

        def _visit(self, *arguments: Any, **values: Any) -> None:
            visits["pages"] += 1
            super()._visit(*arguments, **values)

        def _problem(self, *arguments: Any) -> str | None:
            visits["links"] += 1
            return super()._problem(*arguments)

        def _complain_of_missing(self, model: Any) -> None:
            pass

    trial, population = try_out(Case, netbox, request, {})
    counts = f"{visits['pages']} pages of {population.count} objects, {visits['links']} links"
    nothing = "the plugin has no pages and adds to none"
    return verdict(counts, trial, population, asked=bool(visits["pages"]), nothing=nothing)
