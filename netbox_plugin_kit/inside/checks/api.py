"""Do the plugin's REST API and GraphQL API describe themselves and answer?"""

from __future__ import annotations

import importlib
import io
import json
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import redirect_stderr
from typing import Any

from ..boot import Booted
from ..protocol import Answer, Finding, Request, failed, passed
from ..trouble import trouble

__all__ = ["api"]


def api(netbox: Booted, request: Request) -> Answer:
    """Do the plugin's REST API and GraphQL API describe themselves and answer?

    One serializer that cannot be described breaks `/api/schema/` for the whole of NetBox, and one type that cannot be
    resolved breaks GraphQL, yet neither shows until somebody asks. So the OpenAPI schema of the plugin's endpoints is
    generated, without a warning, and validated; and GraphQL answers an introspection and a query of each of the
    plugin's fields.
    """
    endpoints, rest_findings = _rest(netbox, request)
    fields, graphql_findings = _graphql(netbox, request)
    findings = [*rest_findings, *graphql_findings]
    detail = f"{endpoints} REST endpoints, {fields} GraphQL fields"
    if any(finding.severity == "error" for finding in findings):
        return failed(detail, findings)
    return passed(detail, findings)


def _rest(netbox: Booted, request: Request) -> tuple[int, list[Finding]]:
    from drf_spectacular.validation import validate_schema

    prefix = f"api/plugins/{netbox.config.base_url or netbox.config.label}/"
    patterns = _below(prefix)
    try:
        schema, said = _described(patterns)
        validate_schema(schema)
    except Exception as problem:
        return 0, [trouble(problem, request.site, fix="/api/schema/ fails for the whole of NetBox with this")]
    return len(schema.get("paths", {})), list(_complaints(said, request, _Inherited(patterns, request)))


def _described(patterns: list[Any]) -> tuple[dict[str, Any], str]:
    """The OpenAPI schema of some endpoints, and what drf-spectacular printed about them."""
    from drf_spectacular.drainage import GENERATOR_STATS
    from drf_spectacular.generators import SchemaGenerator

    said = io.StringIO()
    generator = SchemaGenerator(patterns=patterns)
    GENERATOR_STATS.enable_trace_lineno()
    with redirect_stderr(said):
        schema = generator.get_schema(request=None, public=True)
    return schema, said.getvalue()


def _below(prefix: str) -> list[Any]:
    """URL patterns of the plugin's REST endpoints, at the address they really have."""
    from django.urls import URLResolver, get_resolver, include, path

    kept: list[URLResolver] = []

    def keep(patterns: list[Any], walked: str) -> None:
        for pattern in patterns:
            route = walked + str(pattern.pattern)
            if not isinstance(pattern, URLResolver):
                continue
            if route == prefix:
                kept.append(pattern)
            elif prefix.startswith(route):
                keep(pattern.url_patterns, route)

    keep(get_resolver().url_patterns, "")
    return [path(prefix, include((resolver.url_patterns, resolver.app_name))) for resolver in kept]


_COMPLAINT = re.compile(
    r"^(?:(?P<file>/[^:]+):(?:(?P<line>\d+):)? )?(?:Warning|Error)(?: \[(?P<where>[^\]]*)\])?: (?P<text>.*)$"
)


def _complaints(said: str, request: Request, inherited: _Inherited) -> Iterator[Finding]:
    """drf-spectacular prints what it could not work out; what it prints about NetBox's own classes is not ours."""
    for line in said.splitlines():
        match = _COMPLAINT.match(line.strip())
        if match is None:
            continue
        path, number = match["file"], match["line"]
        root = request.site + "/"
        if (path and not path.startswith(root)) or inherited.holds(match["where"] or "", match["text"]):
            continue
        yield Finding(
            f"OpenAPI: {match['where'] or 'schema'}: {match['text']}",
            path.removeprefix(root) if path else None,
            int(number) if number else None,
            fix="annotate it with drf_spectacular.utils.extend_schema or extend_schema_field",
        )


class _Inherited:
    """Tells what is said about a filter set of the plugin only because NetBox's own are like that.

    A complaint about a filter names the filter set it was found in, wherever the filter itself comes from: those of
    NetBoxModelFilterSet are in every filter set. So a complaint is NetBox's if the filter is, and if the same is said
    of a filter set of NetBox's that has it from the same base. The second keeps what a plugin brings about by a base
    that does not suit its model.

    A filter of the plugin's own is written as NetBox writes its own, and drf-spectacular 0.29.0, which NetBox 4.4 pins,
    does not understand those either: it takes `to_field_name` for one more step of a path. So what is said of a filter
    of NetBox's of the same shape is not held against it.
    """

    def __init__(self, patterns: list[Any], request: Request) -> None:
        self._filtersets = {f"{view.__name__} > {cls.__name__}": cls for _, view, cls in _filtersets(patterns)}
        self._root = request.site + "/"
        self._said: dict[Any, set[str]] = {}

    def holds(self, where: str, text: str) -> bool:
        """Is it said of NetBox's filter sets, too?

        Args:
            where: The classes on the way to it, as drf-spectacular prints them.
            text: What it says; a filter is named in double quotes.
        """
        filterset, named = self._filtersets.get(where), _named(text)
        if filterset is None or not named:
            return False
        name = _declared_name(filterset, named)
        base = self._origin(filterset, name)
        if base is None:
            own = filterset.declared_filters.get(name)
            return own is not None and _general(text) in self._said_of_such(_shape(own))
        if base not in self._said:
            self._said[base] = _said_of_core(lambda cls: issubclass(cls, base), self._root)[1]
        return text in self._said[base]

    def _said_of_such(self, shape: tuple[Any, ...]) -> set[str]:
        """What is said of NetBox's filters of a shape, without their names."""
        if shape not in self._said:

            def has_one(cls: Any) -> bool:
                return any(_shape(item) == shape for item in cls.declared_filters.values())

            filterset, said = _said_of_core(has_one, self._root)
            self._said[shape] = {
                _general(text)
                for text in said
                if (own := filterset.declared_filters.get(_declared_name(filterset, _named(text)))) is not None
                and _shape(own) == shape
            }
        return self._said[shape]

    def _origin(self, filterset: Any, name: str) -> Any:
        """The class of NetBox's that a filter was inherited from, or None if the plugin declares it."""
        declared = filterset.declared_filters
        origins = [
            cls
            for cls in filterset.__mro__
            if name in declared and getattr(cls, "declared_filters", {}).get(name) is declared[name]
        ]
        return origins[-1] if origins and not _file(origins[-1]).startswith(self._root) else None


def _declared_name(filterset: Any, name: str) -> str:
    """The declared filter that one was made from: NetBox derives others for other lookups, such as tag__n from tag."""
    while name not in filterset.declared_filters and "__" in name:
        name = name.rpartition("__")[0]
    return name


def _shape(item: Any) -> tuple[Any, ...]:
    """What drf-spectacular goes by when it works out the type of a filter."""
    return type(item), "to_field_name" in item.extra, "__" in (item.field_name or "")


def _named(text: str) -> str:
    """The filter that a complaint is about."""
    found = re.search(r'"(\w+)"', text)
    return found[1] if found else ""


def _general(text: str) -> str:
    return re.sub(r'"\w+"', '""', text)


def _said_of_core(suits: Callable[[Any], bool], root: str) -> tuple[Any, set[str]]:
    """The first filter set of NetBox's own that suits, and what drf-spectacular says about its endpoint."""
    from django.urls import get_resolver

    for pattern, _, filterset in _filtersets(get_resolver().url_patterns):
        if suits(filterset) and not _file(filterset).startswith(root):
            _, said = _described([pattern])
            found = map(_COMPLAINT.match, map(str.strip, said.splitlines()))
            return filterset, {match["text"] for match in found if match is not None}
    return None, set()


def _filtersets(patterns: list[Any]) -> Iterator[tuple[Any, Any, Any]]:
    """URL pattern, view and filter set of every REST endpoint that lists something."""
    for pattern in patterns:
        if hasattr(pattern, "url_patterns"):
            yield from _filtersets(pattern.url_patterns)
            continue
        view = getattr(pattern.callback, "cls", None)
        filterset = getattr(view, "filterset_class", None)
        if isinstance(filterset, type) and "list" in (getattr(pattern.callback, "actions", None) or {}).values():
            yield pattern, view, filterset


def _file(cls: type) -> str:
    return getattr(sys.modules.get(cls.__module__), "__file__", None) or ""


def _graphql(netbox: Booted, request: Request) -> tuple[int, list[Finding]]:
    """Ask GraphQL over HTTP, as a superuser, for what the plugin adds to it."""
    from netbox.registry import registry

    try:
        assembled = importlib.import_module("netbox.graphql.schema").schema
    except Exception as problem:
        return 0, [trouble(problem, request.site, fix="GraphQL fails for the whole of NetBox with this")]
    schemas = registry["plugins"]["graphql_schemas"]
    owned = [cls for cls in schemas if f"{cls.__module__}.".startswith(f"{netbox.package.__name__}.")]
    if not owned:
        return 0, []
    # strawberry and, up to NetBox 3.7, graphene both wrap graphql-core's schema.
    fields = (getattr(assembled, "_schema", None) or assembled.graphql_schema).query_type.fields
    names = sorted(_field_names(owned) & set(fields))
    ask = _client()
    findings = _introspect(ask, {_object_type(fields[name].type).name for name in names})
    for name in names:
        findings += _query(ask, name, fields[name])
    return len(names), findings


def _client() -> Callable[[str], list[str]]:
    """A function that posts a query as a superuser and returns what went wrong.

    The user is written to the database; it goes away with the run.
    """
    from django.contrib.auth import get_user_model
    from django.test import Client

    # Without a password: hashing one takes half a second.
    user = get_user_model().objects.create_superuser(username="npk-api-check", password=None)
    client = Client(raise_request_exception=False)
    client.force_login(user)

    def ask(query: str) -> list[str]:
        response = client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")
        try:
            answer = json.loads(response.content)
        except ValueError:
            return [f"HTTP status {response.status_code}"]
        return [error["message"] for error in answer.get("errors") or []]

    return ask


def _field_names(owned: list[Any]) -> set[str]:
    """Names of the query fields that the plugin's schema classes define."""
    names: set[str] = set()
    for cls in owned:
        definition = getattr(cls, "__strawberry_definition__", None)
        if definition is not None:
            names |= {field.graphql_name or field.python_name for field in definition.fields}
        else:  # graphene
            names |= set(cls._meta.fields)
    return names


def _introspect(ask: Callable[[str], list[str]], types: set[str]) -> list[Finding]:
    """What GraphiQL and client generators ask first, of the plugin's types."""
    parts = ["__schema { queryType { name } types { name kind } }"]
    for number, name in enumerate(sorted(types)):
        shape = "kind name fields { name args { name } type { name kind ofType { name kind } } }"
        parts.append(f't{number}: __type(name: "{name}") {{ {shape} }}')
    return [Finding(f"GraphQL introspection: {message}") for message in ask(f"{{ {' '.join(parts)} }}")]


def _query(ask: Callable[[str], list[str]], name: str, field: Any) -> list[Finding]:
    """Query every plain field of the type behind a query field; a list needs no arguments, an object needs an id."""
    from graphql import is_list_type, is_required_argument

    required = [argument for argument, definition in field.args.items() if is_required_argument(definition)]
    inner = field.type
    while hasattr(inner, "of_type") and not is_list_type(inner):
        inner = inner.of_type
    if not required and "id" in field.args and not is_list_type(inner):
        required = ["id"]
    arguments = ", ".join(f"{argument}: 0" for argument in required)
    selection = " ".join(_plain_fields(_object_type(field.type))) or "__typename"
    messages = ask(f"{{ {name}{f'({arguments})' if arguments else ''} {{ {selection} }} }}")
    # There is no object 0; that the type can say so is all that is asked of it.
    return [
        Finding(f"GraphQL {name}: {message}")
        for message in messages
        if not re.search(r"does not exist|matching query|No .* matches", message)
    ]


def _object_type(type_: Any) -> Any:
    """The type itself, with "list of" and "not null" taken off."""
    while hasattr(type_, "of_type"):
        type_ = type_.of_type
    return type_


def _plain_fields(type_: Any) -> list[str]:
    from graphql import is_leaf_type, is_required_argument

    return [
        name
        for name, field in getattr(type_, "fields", {}).items()
        if is_leaf_type(_object_type(field.type)) and not any(map(is_required_argument, field.args.values()))
    ]
