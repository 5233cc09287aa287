"""NetBox's tests of a model's pages, for models of plugins."""

from __future__ import annotations

from utilities import testing
from utilities.views import get_viewname

from ._generic import teach
from ._queries import OwnQueryCounts

__all__ = ["ModelViewTestCase", "ViewTestCases"]


class _PluginViews(OwnQueryCounts):
    def _get_base_url(self) -> str:
        """`plugins:<app>:<model>_{}` for a plugin's model, and as ever for core's."""
        return f"{get_viewname(self.model)}_{{}}"


class ModelViewTestCase(_PluginViews, testing.ModelViewTestCase):
    """Base of tests of a model's pages: `self._get_url("list")`, `self._get_url("edit", instance)`."""


class ViewTestCases:
    """NetBox's `ViewTestCases` of the running release, class by class, for models of plugins."""


teach(ViewTestCases, testing.ViewTestCases, testing.ModelViewTestCase, _PluginViews)
