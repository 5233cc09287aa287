"""NBP201: NetBox's own URLs are changed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change
from netbox_plugin_kit.rules.paths import is_core, settings_member
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP201",
    title="NetBox's URLs changed",
    severity="error",
    source="docs/plugins/index.md, Limitations: register URLs outside the /plugins root",
    why="A page of the plugin then answers where core's pages are, or hides one of them, and an upgrade that brings "
    "a page "
    "of that name decides anew who wins.",
    bad='from netbox.urls import urlpatterns\n\nurlpatterns.append(path("dcim/stock/", StockView.as_view()))',
    good='# urls.py of the plugin\nurlpatterns = [path("stock/", StockView.as_view(), name="stock")]',
)

_URLCONF = re.compile(r"\w+(?:\.\w+)*\.urls(?:$|[.\[])")
_FIX = "put the path into `urlpatterns` of the plugin's own urls.py or api/urls.py; it is found below /plugins/"


def _is_urlconf(path: str, context: Context) -> bool:
    resolver = path.startswith(("django.urls.get_resolver()", "django.urls.resolvers.get_resolver()"))
    return resolver or (is_core(path, context.core) and _URLCONF.match(path) is not None)


@rule.on(Change)
def changed(change: Change, context: Context) -> Iterator[Violation]:
    """`urlpatterns` of a URLconf of core, the resolver, or the setting that names the root URLconf."""
    if settings_member(change.path) == "ROOT_URLCONF":
        yield rule.finding(change.place, f"{change.words} puts another URLconf in the place of NetBox's own", fix=_FIX)
    elif _is_urlconf(change.path, context):
        yield rule.finding(change.place, f"{change.words} changes {change.path}, URLs of NetBox's core", fix=_FIX)


@rule.on_call("register")
def routed(call: Call, context: Context) -> Iterator[Violation]:
    """A view set that is registered with a REST router of core."""
    for path in call.receiver_paths():
        if path.endswith("router") and is_core(path, context.core) and ".api." in path:
            yield rule.finding(call.place, f"register adds an endpoint to {path}, a router of NetBox's core", fix=_FIX)
