"""Do the plugin's REST API and GraphQL API describe themselves and answer?"""

from __future__ import annotations

import importlib
import io
import json
import re
from collections.abc import Iterator
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
    from drf_spectacular.drainage import GENERATOR_STATS
    from drf_spectacular.generators import SchemaGenerator
    from drf_spectacular.validation import validate_schema

    prefix = f"api/plugins/{netbox.config.base_url or netbox.config.label}/"
    said = io.StringIO()
    try:
        generator = SchemaGenerator(patterns=_below(prefix))
        GENERATOR_STATS.enable_trace_lineno()
        with redirect_stderr(said):
            schema = generator.get_schema(request=None, public=True)
        validate_schema(schema)
    except Exception as problem:
        return 0, [trouble(problem, request.site, fix="/api/schema/ fails for the whole of NetBox with this")]
    return len(schema.get("paths", {})), list(_complaints(said.getvalue(), request))


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


def _complaints(said: str, request: Request) -> Iterator[Finding]:
    """drf-spectacular prints what it could not work out; what it prints about NetBox's own serializers is not ours."""
    for line in said.splitlines():
        match = _COMPLAINT.match(line.strip())
        if match is None:
            continue
        path, number = match["file"], match["line"]
        root = request.site + "/"
        if path and not path.startswith(root):
            continue
        yield Finding(
            f"OpenAPI: {match['where'] or 'schema'}: {match['text']}",
            path.removeprefix(root) if path else None,
            int(number) if number else None,
            fix="annotate it with drf_spectacular.utils.extend_schema or extend_schema_field",
        )


def _graphql(netbox: Booted, request: Request) -> tuple[int, list[Finding]]:
    """Ask GraphQL over HTTP, as a superuser, for what the plugin adds to it."""
    from netbox.registry import registry

    try:
        importlib.import_module("netbox.graphql.schema")  # assembles and registers every schema
    except Exception as problem:
        return 0, [trouble(problem, request.site, fix="GraphQL fails for the whole of NetBox with this")]
    schemas = registry["plugins"]["graphql_schemas"]
    owned = [cls for cls in schemas if cls.__module__.startswith(netbox.package.__name__)]
    if not owned:
        return 0, []
    ask = _client()
    described, findings = _describe(ask)
    names = _field_names(owned) & set(described)
    for name in sorted(names):
        findings += _query(ask, name, described[name])
    return len(names), [finding for finding in findings if finding]


def _client() -> Any:
    """A function that posts a query as a superuser; the database goes away with the run, and so does the user."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    user = get_user_model().objects.create_superuser(username="npk-api-check", password="npk")  # noqa: S106
    client = Client(raise_request_exception=False)
    client.force_login(user)

    def ask(query: str) -> dict[str, Any]:
        response = client.post("/graphql/", json.dumps({"query": query}), content_type="application/json")
        try:
            answer = json.loads(response.content)
        except ValueError:
            return {"errors": [{"message": f"HTTP {response.status_code}: {response.content[:200]!r}"}]}
        return dict(answer)

    return ask


_INTROSPECTION = """{ __schema { queryType { fields { name
    args { name type { kind name ofType { kind name } } }
    type { ...shape ofType { ...shape ofType { ...shape ofType { ...shape } } } } } } } }
    fragment shape on __Type {
    kind name fields { name type { kind name ofType { kind name ofType { kind name } } } } }"""


def _describe(ask: Any) -> tuple[dict[str, Any], list[Finding]]:
    answer = ask(_INTROSPECTION)
    findings = [Finding(f"GraphQL introspection: {item['message']}") for item in answer.get("errors", [])]
    fields = ((answer.get("data") or {}).get("__schema") or {}).get("queryType", {}).get("fields", [])
    return {field["name"]: field for field in fields}, findings


def _field_names(owned: list[Any]) -> set[str]:
    """Names of the query fields that the plugin's schema classes define."""
    names: set[str] = set()
    for cls in owned:
        definition = getattr(cls, "__strawberry_definition__", None)
        if definition is not None:
            names |= {field.graphql_name or field.python_name for field in definition.fields}
        else:  # graphene, NetBox 3.7
            names |= set(getattr(cls, "_meta").fields)  # noqa: B009
    return names


def _query(ask: Any, name: str, field: dict[str, Any]) -> list[Finding]:
    """Query every plain field of the type behind a query field; a list needs no arguments, an object needs an id."""
    required = [item for item in field["args"] if item["type"]["kind"] == "NON_NULL"]
    arguments = ", ".join(f"{item['name']}: 0" for item in required)
    if not required and any(item["name"] == "id" for item in field["args"]) and not _is_list(field["type"]):
        arguments = "id: 0"
    if any(item["type"]["ofType"]["name"] not in {"ID", "Int"} for item in required):
        return []
    plain = " ".join(_plain_fields(field["type"]))
    query = f"{{ {name}{f'({arguments})' if arguments else ''} {{ {plain or '__typename'} }} }}"
    answer = ask(query)
    return [
        Finding(f"GraphQL {name}: {item['message']}")
        for item in answer.get("errors", [])
        # There is no object 0; that the type could say so is all that is asked of it.
        if "does not exist" not in item["message"] and "matching query" not in item["message"]
    ]


def _is_list(type_: dict[str, Any] | None) -> bool:
    while type_:
        if type_["kind"] == "LIST":
            return True
        type_ = type_.get("ofType")
    return False


def _plain_fields(type_: dict[str, Any]) -> list[str]:
    """Scalars and enumerations of an object type, with whatever wraps it taken off."""
    inner: dict[str, Any] | None = type_
    while inner and inner.get("ofType"):
        inner = inner["ofType"]
    names = []
    for field in (inner or {}).get("fields") or []:
        core = field["type"]
        while core.get("ofType"):
            core = core["ofType"]
        if core["kind"] in {"SCALAR", "ENUM"}:
            names.append(field["name"])
    return names
