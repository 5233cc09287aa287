"""Addresses: the parts of NetBox's URLs that belong to plugins."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from .claims import FIRST, Claim, Namespace, Owners

__all__ = ["BASE_URL", "claims"]

BASE_URL = Namespace(
    "base_url", "/plugins/{name}/ and /api/plugins/{name}/ are both's; where the paths below are the same, {winner} "
    "answers, and {loser}'s pages cannot be reached", FIRST, 'set base_url = "{package}" in the PluginConfig',
)  # fmt: skip
ADDRESS = Namespace(
    "address", "{winner} answers, {loser}'s page cannot be reached", FIRST, "choose another base_url or path"
)


def claims(owners: Owners) -> Iterator[Claim]:
    """The base URL of every plugin, and every address below; addresses below a common base URL go without saying."""
    bases: dict[str, list[str]] = {}
    for package, config in owners.configs.items():
        base = str(config.base_url or config.label)
        bases.setdefault(base, []).append(package)
        yield Claim(BASE_URL, base, package, type(config))
    shared = [base for base, packages in bases.items() if len(packages) > 1]
    if owners.netbox.urls is not None:
        return
    by_namespace = {
        name: package for package, config in owners.configs.items() for name in (config.label, f"{config.label}-api")
    }
    for package, route in sorted(set(_routes(by_namespace))):
        if not any(route.startswith((f"plugins/{base}/", f"api/plugins/{base}/")) for base in shared):
            yield Claim(ADDRESS, f"/{route}", package)


def _routes(by_namespace: dict[str, str]) -> Iterator[tuple[str, str]]:
    """Owner and address of every URL of the plugins, with parameters by their place alone."""
    from django.urls import URLResolver, get_resolver

    def walk(patterns: list[Any], above: str, owner: str | None) -> Iterator[tuple[str, str]]:
        for pattern in patterns:
            route = above + str(pattern.pattern)
            if isinstance(pattern, URLResolver):
                inner = owner or by_namespace.get(str(pattern.app_name))
                if inner or "plugins/".startswith(route.removeprefix("api/")) or "plugins/" in route:
                    yield from walk(pattern.url_patterns, route, inner)
            elif owner is not None:
                yield owner, re.sub(r"<[^>]*>", "<>", route)

    yield from walk(get_resolver().url_patterns, "", None)
