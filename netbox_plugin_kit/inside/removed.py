"""Second half of the check `removal`: a NetBox without the plugin, on the database that knew it.

`python -m npk_inside.removed REQUEST` starts that NetBox, asks its pages and writes the answer down.
"""

from __future__ import annotations

import json
import os
import sys
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from .entry import run
from .isolation import adopt_orphans, isolated
from .left_behind import Remains, remains
from .protocol import Answer, Finding, Request, Writer, error, failed, passed
from .trouble import summary
from .visiting import visit

__all__ = ["main"]

_FAILED = 500
_FIX = (
    "nothing of core may depend on the plugin being there: undo in the reverse of a migration, or in a command that "
    "users run before they remove it, what makes core lead to it"
)


def main(path: str) -> None:
    """Answer the request in the file `path`."""
    request = Request.read(Path(path))
    writer = Writer(request.results)
    adopt_orphans()
    writer.started("removal")
    os.environ["DJANGO_SETTINGS_MODULE"] = "netbox.settings"
    try:
        _start()
    except BaseException as problem:
        traceback.print_exc()
        finding = Finding(f"NetBox does not start any more without the plugin: {summary(problem)}")
        writer.answered("removal", failed("NetBox does not start without the plugin", [finding]), 0)
        return
    writer.said("NetBox is up without the plugin")
    answer = isolated(
        partial(_ask, request), log=Path(request.logs) / "removal.log", timeout=request.timeout, memory=request.memory
    )
    writer.answered("removal", answer, 0)


def _start() -> None:
    import django

    django.setup()
    from django.urls import get_resolver

    get_resolver()._populate()


def _ask(request: Request) -> Answer:
    from django.test.utils import setup_test_environment

    try:
        setup_test_environment()
        left = remains(request.label)
        urls = _urls(left, json.loads(Path(request.state).read_text()))
        visited, broken = visit(urls, request, worst=_FAILED, when="once the plugin is removed", fix=_FIX)
    except Exception as problem:
        traceback.print_exc()
        return error(summary(problem))
    findings = [*broken, *left.findings]
    detail = f"{visited} pages of core work without the plugin; {left.words}"
    if any(finding.severity == "error" for finding in findings):
        return failed(f"core does not work without the plugin; {left.words}", findings)
    return passed(detail, findings)


def _urls(left: Remains, touched: list[str]) -> Iterator[str]:
    """Pages of core that know of other models, and of the models that plugins add to."""
    from django.apps import apps

    yield "/"
    yield "/search/?q=npk"
    for model in left.types:
        yield from _named(model, "list")
    for label in dict.fromkeys([*_COMMON, *touched]):
        app, _, name = label.partition(".")
        if name in apps.all_models.get(app, {}):
            model = apps.get_model(label)
            yield from _named(model, "list", "add", "api")
            if instance := model._default_manager.order_by("-pk").first():
                yield from _named(model, None, "edit", pk=instance.pk)


_COMMON = ("dcim.site", "dcim.device", "dcim.interface", "ipam.prefix", "virtualization.virtualmachine", "users.user")


def _named(model: Any, *actions: str | None, **values: Any) -> Iterator[str]:
    """Addresses of a model's pages, as far as it has them."""
    from django.urls import NoReverseMatch, reverse
    from utilities.views import get_viewname

    options = model._meta
    for action in actions:
        api = f"{options.app_label}-api:{options.model_name}-list"
        try:
            yield reverse(api if action == "api" else get_viewname(model, action), kwargs=values)
        except NoReverseMatch:
            continue


if __name__ == "__main__":
    run(main, sys.argv[1])
