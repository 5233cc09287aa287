"""NetBox comes up once: settings, applications, URLs. It takes seconds, so it happens once for all checks."""

from __future__ import annotations

import gc
import os
import re
import traceback
import warnings
from dataclasses import dataclass
from types import ModuleType
from typing import Any

from .protocol import Finding, Request
from .trouble import trouble

__all__ = ["Booted", "Refused", "boot"]


@dataclass(frozen=True)
class Refused:
    """NetBox did not start, or started without the plugin.

    Attributes:
        reason: What became of NetBox.
        findings: Why.
        incompatible: The plugin's declared range of versions was the reason, and nothing else.
    """

    reason: str
    findings: tuple[Finding, ...] = ()
    incompatible: bool = False


@dataclass(frozen=True)
class Booted:
    """A NetBox that is up, with the plugin in it.

    Attributes:
        version: What NetBox calls itself, e.g. `4.7.3`.
        package: The plugin's package.
        config: The plugin's `PluginConfig` as NetBox instantiated it.
        urls: What went wrong when the URLs were loaded: views, forms, tables, APIs and GraphQL are imported there.
        warnings: What NetBox warned of, a line each.
        connections: Receivers of signals that were connected under a name, if there are other plugins.
    """

    version: str
    package: ModuleType
    config: Any
    urls: BaseException | None
    warnings: tuple[str, ...]
    connections: tuple[Any, ...] = ()

    def labels(self) -> list[str]:
        """Labels of the plugin's application and of those that it brought by `django_apps`."""
        from django.apps import apps

        brought = set(self.config.django_apps)
        return [
            app.label
            for app in apps.get_app_configs()
            if app is self.config or app.name in brought or _dotted(app) in brought
        ]


def boot(request: Request) -> Booted | Refused:
    """Start NetBox with the configuration that the environment names."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "netbox.settings"
    # Start-up creates hundreds of thousands of objects that stay: looking for garbage among them is wasted time,
    # and frozen ones are not touched by the collector in the forks, which keeps their memory shared.
    gc.disable()
    try:
        with warnings.catch_warnings(record=True) as caught:
            warnings.simplefilter("default")
            problem = _set_up()
            if problem is not None:
                return _refusal(problem, request)
            # A refusal is decided by then.
            urls = _load_urls() if request.expect == "accept" else None
    finally:
        gc.freeze()
        gc.enable()
    return _look(request, urls, tuple(str(warning.message) for warning in caught))


def _set_up() -> BaseException | None:
    try:
        import django

        django.setup()
    except BaseException as problem:
        traceback.print_exc()
        return problem
    return None


def _load_urls() -> BaseException | None:
    try:
        from django.urls import get_resolver

        # Populates name and path look-ups too, as the first request would.
        get_resolver()._populate()
    except BaseException as problem:
        traceback.print_exc()
        return problem
    return None


_INCOMPATIBLE = re.compile(r"requires NetBox (minimum|maximum) version")
"""How NetBox words it in every release, 3.7 to 4.7 (`PluginConfig.validate` in netbox/plugins/__init__.py)."""


def _refusal(problem: BaseException, request: Request) -> Refused:
    # Up to 4.2 nothing else tells a refused version from any other mistake: both are ImproperlyConfigured.
    incompatible = type(problem).__name__ == "ImproperlyConfigured" and _INCOMPATIBLE.search(str(problem)) is not None
    return Refused("NetBox does not start with the plugin", (trouble(problem, request.site),), incompatible)


def _look(request: Request, urls: BaseException | None, said: tuple[str, ...]) -> Booted | Refused:
    from django.apps import apps
    from django.conf import settings

    config = next((app for app in apps.get_app_configs() if app.name == request.package), None)
    if config is None:
        # NetBox 4.3 and later warn about an incompatible plugin and go on without it (netbox/settings.py).
        reasons = [line for line in said if line.startswith("Unable to load plugin")]
        message = reasons[0] if reasons else f"{request.package} is not among NetBox's installed applications"
        incompatible = bool(reasons) and _INCOMPATIBLE.search(message) is not None
        return Refused("NetBox started without the plugin", (Finding(message),), incompatible)
    return Booted(str(settings.VERSION), _module(request.package), config, urls, said)


def _module(name: str) -> ModuleType:
    import importlib

    return importlib.import_module(name)


def _dotted(app: Any) -> str:
    return f"{type(app).__module__}.{type(app).__name__}"
