"""What NetBox's GraphQL schema says of a model: the schema is asked, since names are only a convention."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from graphql import (
    GraphQLField,
    GraphQLInterfaceType,
    GraphQLObjectType,
    get_named_type,
    get_nullable_type,
    is_leaf_type,
    is_list_type,
    is_required_argument,
)
from strawberry.schema.schema_converter import GraphQLCoreConverter

__all__ = ["filter_class", "is_list", "model_of", "names", "plugin_fields", "root_fields", "selection", "type_class"]


def root_fields() -> dict[str, GraphQLField]:
    """The fields of `Query`, by name."""
    # It is built when it is first imported, from what plugins have registered by then.
    from netbox.graphql.schema import schema

    fields: dict[str, GraphQLField] = schema._schema.query_type.fields
    return fields


def plugin_fields(package: str) -> dict[str, GraphQLField]:
    """Those which a plugin's package added."""
    from netbox.registry import registry

    fields = root_fields()
    own = [
        field.graphql_name or field.python_name
        for query in registry["plugins"]["graphql_schemas"]
        if f"{query.__module__}.".startswith(f"{package}.")
        for field in query.__strawberry_definition__.fields
    ]
    return {name: fields[name] for name in own if name in fields}


def is_list(field: GraphQLField) -> bool:
    """Does it give a list?"""
    return bool(is_list_type(get_nullable_type(field.type)))


def type_class(field: GraphQLField) -> Any:
    """The Strawberry class of what a field gives, or None."""
    return _origin(field.type)


def model_of(field: GraphQLField) -> Any:
    """The model that a field gives objects of, or None."""
    definition = getattr(type_class(field), "__strawberry_django_definition__", None)
    return getattr(definition, "model", None)


def filter_class(field: GraphQLField) -> Any:
    """The Strawberry class of a list's `filters`, or None if it cannot be filtered."""
    argument = field.args.get("filters")
    return _origin(argument.type) if argument else None


def names(model: Any) -> Iterator[str]:
    """Names `x` for which the schema has `x`, an object of the model, and `x_list`."""
    fields = {name: field for name, field in root_fields().items() if model_of(field) is model}
    for name, field in fields.items():
        if not is_list(field) and f"{name}_list" in fields:
            yield name


def selection(graphql_type: Any, depth: int = 2) -> str:
    """Everything that can be asked of a type without arguments, of related objects only who they are."""
    named = get_named_type(graphql_type)
    if not isinstance(named, (GraphQLObjectType, GraphQLInterfaceType)):
        return "" if is_leaf_type(named) else "{ __typename }"
    parts = []
    for name, field in named.fields.items():
        if any(is_required_argument(argument) for argument in field.args.values()):
            continue
        inner = get_named_type(field.type)
        if is_leaf_type(inner):
            parts.append(name)
        elif "id" in getattr(inner, "fields", {}):
            parts.append(f"{name} {{ id }}")
        elif depth:
            parts.append(f"{name} {selection(inner, depth - 1)}")
    return f"{{ {' '.join(parts) or '__typename'} }}"


def _origin(graphql_type: Any) -> Any:
    extensions = getattr(get_named_type(graphql_type), "extensions", None) or {}
    return getattr(extensions.get(GraphQLCoreConverter.DEFINITION_BACKREF), "origin", None)
