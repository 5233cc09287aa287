"""NetBox's tests of a model's REST and GraphQL APIs, for models of plugins."""

from __future__ import annotations

import json
from typing import Any

from utilities import testing
from utilities.api import get_serializer_for_model
from utilities.views import get_viewname

from . import _graphql
from ._generic import teach
from ._queries import OwnQueryCounts

__all__ = ["APITestCase", "APIViewTestCases"]


class _PluginAPI(OwnQueryCounts):
    view_namespace: str | None = None

    def _get_view_namespace(self) -> str:
        """`plugins-api:<app>-api` for a plugin's model, unless the author says something else."""
        if self.view_namespace or self.model is None:
            return str(super()._get_view_namespace())  # type: ignore[misc]  # a mixin
        return str(get_viewname(self.model, rest_api=True).rpartition(":")[0])

    @property
    def brief_fields(self) -> list[str]:
        """What `?brief=1` is to show: unless the author says so, what the serializer declares."""
        return sorted(getattr(get_serializer_for_model(self.model).Meta, "brief_fields", ()))


class _PluginGraphQL:
    """NetBox works names out from those of core's models and modules; the schema knows them."""

    model: Any
    type_class: Any = None
    graphql_base_name: str

    @classmethod
    def get_graphql_type_class(cls) -> Any:
        """Asked by NetBox since 4.6.4."""
        if cls.type_class is not None or getattr(cls, "model", None) is None:
            return cls.type_class
        fields = _graphql.root_fields()
        return next((_graphql.type_class(fields[name]) for name in _graphql.names(cls.model)), None)

    def _get_graphql_base_name(self) -> str:
        usual: str = super()._get_graphql_base_name()  # type: ignore[misc]  # a mixin
        found = list(_graphql.names(self.model))
        return usual if hasattr(self, "graphql_base_name") or usual in found or not found else found[0]

    def _build_query_with_filter(self, name: str, filter_string: str) -> str:
        field = _graphql.root_fields().get(name)
        return f"{{ {name}{filter_string} {_graphql.selection(field.type) if field else ''} }}"

    def _build_filtered_query(self, field_name: str, /, **filters: dict[str, Any]) -> str:
        """Up to 4.6.2 `graphql_filter` cannot name a field that is called `name`, or more than one field."""
        written = (
            f"{name}: {{{given['lookup']}: {json.dumps(given['value'])}}}"
            if given.get("lookup")
            else f"{name}: {json.dumps(given['value'])}"
            for name, given in filters.items()
        )
        return self._build_query_with_filter(field_name, f"(filters: {{{', '.join(written)}}})" if filters else "")

    def _get_model_graphql_filter_class(self, model: Any = None) -> Any:
        """Asked by NetBox since 4.6.3, whose automatic tests of filters are made from it."""
        fields = _graphql.root_fields()
        lists = (fields[f"{name}_list"] for name in _graphql.names(model or self.model))
        return next(filter(None, map(_graphql.filter_class, lists)), None)

    @property
    def graphql_auto_filter_required(self) -> bool:
        """A plugin's list without filters is no mistake."""
        return self._get_model_graphql_filter_class() is not None


class APITestCase(_PluginAPI, testing.APITestCase):
    """Base of tests of an API: `self._get_list_url()`, `self._get_detail_url(instance)`, `**self.header`."""


class APIViewTestCases:
    """NetBox's `APIViewTestCases` of the running release, class by class, for models of plugins."""

    class RESTViewTestCase(
        _PluginAPI,
        testing.APIViewTestCases.GetObjectViewTestCase,
        testing.APIViewTestCases.ListObjectsViewTestCase,
        testing.APIViewTestCases.CreateObjectViewTestCase,
        testing.APIViewTestCases.UpdateObjectViewTestCase,
        testing.APIViewTestCases.DeleteObjectViewTestCase,
    ):
        """What `APIViewTestCase` is, for a plugin without a GraphQL schema."""


teach(APIViewTestCases, testing.APIViewTestCases, testing.APITestCase, _PluginAPI)
teach(APIViewTestCases, testing.APIViewTestCases, testing.APIViewTestCases.GraphQLTestCase, _PluginGraphQL, _PluginAPI)
