"""Where a plugin can be reached: asked of the URL resolver, so that nothing has to be listed."""

from __future__ import annotations

import contextlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.urls import NoReverseMatch, URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RoutePattern

__all__ = ["Endpoint", "endpoints"]

_PARAMETER = re.compile(r"<(?:[^>:]+:)?(\w+)>")


@dataclass(frozen=True)
class Endpoint:
    """A URL pattern.

    Attributes:
        namespace: Such as `plugins:netbox_x`.
        name: The pattern's name without it, or an empty string.
        route: The whole route, or None where a part of it is a regular expression.
        parameters: What the URL is made of.
        callback: What is called.
        defaults: With which further arguments.
    """

    namespace: str
    name: str
    route: str | None
    parameters: frozenset[str]
    callback: Any
    defaults: Mapping[str, Any] = field(default_factory=dict)

    @property
    def view(self) -> Any:
        """The class of the view (Django's or the REST framework's), or the function."""
        return getattr(self.callback, "view_class", None) or getattr(self.callback, "cls", None) or self.callback

    @property
    def can_be_visited(self) -> bool:
        """Does it answer GET?"""
        actions = getattr(self.callback, "actions", None)
        if actions is not None:  # a viewset
            return "get" in actions
        return not isinstance(self.view, type) or hasattr(self.view, "get")

    def model(self, models: list[Any]) -> Any:
        """Which of the models it is about, going by what NetBox and then the names say, or None."""
        given = self.defaults.get("model")
        named = [model for model in models if _is_named_after(self.name, model._meta.model_name)]
        queryset = getattr(self.view, "queryset", None)
        found = [
            given,
            *sorted(named, key=lambda model: -len(model._meta.model_name)),
            getattr(queryset, "model", None),
        ]
        return next((model for model in found if model in models), None)

    def url(self, instance: Any = None) -> str | None:
        """Its address for an object, or None if it cannot be made from that object."""
        if instance is None and self.parameters:
            return None
        try:
            values = {name: getattr(instance, name) for name in self.parameters}
        except AttributeError:
            return None
        if self.name:
            with contextlib.suppress(NoReverseMatch):
                return str(reverse(f"{self.namespace}:{self.name}", kwargs=values))
        if self.route is None:
            return None
        return "/" + _PARAMETER.sub(lambda match: str(values[match[1]]), self.route)


def endpoints(namespace: str) -> list[Endpoint]:
    """Everything in a namespace, such as `plugins:netbox_x`; nothing if there is no such namespace."""
    return [found for found in _walk(get_resolver(), "", "", frozenset(), {}) if found.namespace == namespace]


def _is_named_after(name: str, model_name: str) -> bool:
    return name == model_name or name.startswith((f"{model_name}_", f"{model_name}-"))


def _walk(
    resolver: URLResolver, namespace: str, route: str | None, parameters: frozenset[str], defaults: dict[str, Any]
) -> Iterator[Endpoint]:
    for pattern in resolver.url_patterns:
        own = pattern.pattern
        plain = isinstance(own, RoutePattern)
        here = None if route is None or not plain else route + str(own)
        inside = parameters | frozenset(own.converters if plain else own.regex.groupindex)
        if isinstance(pattern, URLPattern):
            every = {**defaults, **(pattern.default_args or {})}
            yield Endpoint(namespace, pattern.name or "", here, inside, pattern.callback, every)
        else:
            below = ":".join(filter(None, (namespace, pattern.namespace)))
            yield from _walk(pattern, below, here, inside, {**defaults, **(pattern.default_kwargs or {})})
