"""Names in the one GraphQL schema, and in the one description of the REST API, that all plugins share."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .claims import FIRST, Claim, Namespace, Owners, subclasses

__all__ = ["claims"]

FIELD = Namespace(
    "GraphQL field", "{winner}'s answers, {loser}'s cannot be asked for", FIRST,
    "begin the names of fields with {package}",
)  # fmt: skip
TYPE = Namespace(
    "GraphQL type", "no schema can be made with both, and NetBox answers no request",
    fix='@strawberry_django.type(..., name="..."), or a class, with a name that begins with the plugin\'s',
)  # fmt: skip
COMPONENT = Namespace(
    "component of the OpenAPI schema", "/api/schema/ describes one of them in place of both, and so do API clients",
    # Not a component_name: NetBox derives serializers for many objects at once, which would have the same.
    fix="give the model, after which NetBox looks for serializers, a name that begins with the plugin's",
    severity="warning",
)  # fmt: skip


def claims(owners: Owners) -> Iterator[Claim]:
    """Fields, types and components of the plugins."""
    fields = _fields_of_schema()
    for package in owners.configs:
        schema = owners.resource(package, "graphql_schema")
        for found in schema if isinstance(schema, (list, tuple)) else ():
            for field in getattr(_definition(found), "fields", ()):
                name = str(field.graphql_name or field.python_name)
                origin = getattr(fields.get(name), "origin", None)
                yield Claim(FIELD, name, package, found, winner=owners.of_class(origin))
    # Once there is a schema, all types in it have names of their own.
    if owners.netbox.urls is not None:
        yield from _types(owners)
    yield from _components(owners)


def _definition(found: Any) -> Any:
    mine = vars(found)
    return mine.get("__strawberry_definition__") or mine.get("_enum_definition")


def _fields_of_schema() -> dict[str, Any]:
    """The fields of the assembled Query, by name, if it was assembled."""
    try:
        from netbox.graphql.schema import Query

        found = Query.__strawberry_definition__.fields
    except Exception:
        return {}
    return {str(field.graphql_name or field.python_name): field for field in found}


def _types(owners: Owners) -> Iterator[Claim]:
    queries = {
        id(query)
        for package in owners.configs
        for query in owners.resource(package, "graphql_schema") or ()
    }  # fmt: skip
    for owner, found in owners.defined():
        definition = _definition(found)
        if definition is not None and id(found) not in queries:
            yield Claim(TYPE, str(getattr(definition, "name", None) or found.__name__), owner, found)


def _components(owners: Owners) -> Iterator[Claim]:
    from rest_framework.serializers import Serializer

    for found in subclasses(Serializer):
        if (owner := owners.of_class(found)) is not None:
            yield Claim(COMPONENT, _component(found), owner, found)


def _component(serializer: Any) -> str:
    """As drf-spectacular names it (AutoSchema.get_serializer_name)."""
    given = getattr(serializer, "_spectacular_annotation", {}).get("component_name")
    reference = getattr(getattr(serializer, "Meta", None), "ref_name", None)
    return str(given or reference or serializer.__name__.removesuffix("Serializer"))
