"""The check `upgrade`: rows that are written before an upgrade are there after it, and their pages work.

`python -m npk_inside.upgrade before REQUEST` migrates the plugin on a NetBox, makes objects and writes down what there
is; `... after REQUEST` migrates core and the plugin on that database and compares. The two run in environments of
different releases, or with different versions of the plugin.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

from .boot import Booted, Refused, boot
from .entry import run
from .isolation import adopt_orphans, isolated
from .objects import populate
from .protocol import Answer, Request, Writer, error, failed, passed, skipped
from .reloads import narrow_reloads
from .rows import Rows, compare, read_rows
from .trouble import from_plugin, summary, trouble
from .visiting import visit

__all__ = ["main"]

_CHECK = "upgrade"
_REFUSED = 400


def main(half: str, path: str) -> None:
    """Do one half."""
    request = Request.read(Path(path))
    writer = Writer(request.results)
    adopt_orphans()
    writer.started(_CHECK)
    netbox = boot(request)
    if isinstance(netbox, Refused):
        writer.answered(_CHECK, failed(netbox.reason, list(netbox.findings)), 0)
        return
    writer.said(f"NetBox {netbox.version} is up")
    from django.db import connections

    connections.close_all()
    answer = isolated(
        partial(_answer, _HALVES[half], netbox, request),
        log=Path(request.logs) / f"{_CHECK}.log",
        timeout=request.timeout,
        memory=request.memory,
    )
    writer.answered(_CHECK, answer, 0)


def _answer(half: Any, netbox: Booted, request: Request) -> Answer:
    try:
        answer: Answer = half(netbox, request)
    except (MemoryError, SystemExit):
        raise
    except Exception as problem:
        traceback.print_exc()
        if from_plugin(problem, request.site):
            return failed(summary(problem), [trouble(problem, request.site)])
        return error(summary(problem))
    return answer


def _before(netbox: Booted, request: Request) -> Answer:
    """Migrate, make objects, and write down what there is."""
    if (problem := _migrate(netbox.labels())) is not None:
        return failed("a migration does not apply before the upgrade", [trouble(problem, request.site)])
    population = populate(netbox, request)
    if not population.count:
        return skipped("the plugin has no objects that could be lost")
    Path(request.state).write_text(json.dumps({"rows": read_rows(netbox), "applied": _applied(netbox)}))
    return passed(f"{population.count} objects", population.problems)


def _after(netbox: Booted, request: Request) -> Answer:
    """Migrate everything on top, and look for what was there."""
    state = json.loads(Path(request.state).read_text())
    before: Rows = state["rows"]
    if (problem := _migrate(None)) is not None:
        return failed("a migration does not apply on data that is there", [trouble(problem, request.site)])
    new = [name for name in _applied(netbox) if name not in state["applied"]]
    findings = list(compare(before, read_rows(netbox), _culprits(netbox, new, request), request.upgrade_drops))
    visited, broken = visit(_urls(netbox), request, worst=_REFUSED, when="after the upgrade")
    findings += broken
    rows = sum(map(len, before.values()))
    detail = f"{rows} objects are there after it, {visited} pages of them work, {len(new)} migrations of the plugin"
    if any(finding.severity == "error" for finding in findings):
        return failed(f"{rows} objects before, not all of it after", findings)
    return passed(detail, findings)


_HALVES = {"before": _before, "after": _after}


def _migrate(labels: list[str] | None) -> BaseException | None:
    """Run `migrate` for some applications, or all; what it raised."""
    from django.apps import apps
    from django.core.management import call_command

    with_migrations = [label for label in labels or () if _has_migrations(apps.get_app_config(label))]
    try:
        with narrow_reloads():
            for arguments in [[label] for label in with_migrations] if labels is not None else [[]]:
                call_command("migrate", *arguments, interactive=False, skip_checks=True)
    except Exception:
        traceback.print_exc()
        try:
            call_command("migrate", interactive=False, skip_checks=True)  # Django's own way decides
        except Exception as problem:
            traceback.print_exc()
            return problem
    return None


def _has_migrations(config: Any) -> bool:
    from importlib.util import find_spec

    return find_spec(f"{config.name}.migrations") is not None


def _applied(netbox: Booted) -> list[str]:
    """The plugin's migrations that are applied."""
    from django.db import connection
    from django.db.migrations.recorder import MigrationRecorder

    labels = set(netbox.labels())
    return sorted(f"{app}.{name}" for app, name in MigrationRecorder(connection).applied_migrations() if app in labels)


def _culprits(netbox: Booted, new: list[str], request: Request) -> dict[str, str]:
    """Files of migrations by what they take away."""
    from django.db import connection
    from django.db.migrations.loader import MigrationLoader

    found: dict[str, str] = {}
    labels = {model._meta.model_name: model._meta.label for model in netbox.config.get_models()}
    for (app, name), migration in MigrationLoader(connection).disk_migrations.items():
        if f"{app}.{name}" not in new:
            continue
        file = str(sys.modules[migration.__module__].__file__).removeprefix(f"{request.site}/")
        for operation in migration.operations:
            model = str(getattr(operation, "model_name", getattr(operation, "name", ""))).lower()
            label = labels.get(model, f"{app}.{model}")
            field = f".{operation.name}" if hasattr(operation, "model_name") else ""
            kind = type(operation).__name__
            if kind in {"RemoveField", "DeleteModel", "AlterField"}:
                found[f"{label}{field}"] = file
            elif kind in {"RunPython", "RunSQL"}:
                found.setdefault(app, file)
    return found


def _urls(netbox: Booted) -> Iterator[str]:
    """The pages of the plugin's objects, of each model the first ones."""
    from django.urls import NoReverseMatch

    for model in netbox.config.get_models():
        for instance in model._base_manager.all()[:20]:
            try:
                yield instance.get_absolute_url()
            except (AttributeError, NoReverseMatch):
                break


if __name__ == "__main__":
    run(main, sys.argv[1], sys.argv[2])
