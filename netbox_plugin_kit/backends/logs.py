"""What checks printed, kept beyond the run that they were part of."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

from netbox_plugin_kit.matrix.results import CheckResult

__all__ = ["keep_logs"]


def keep_logs(checks: Iterable[CheckResult], kept: Path) -> list[CheckResult]:
    """Move the logs of a run to `kept`, in place of those of the run before; the checks, with where they are now.

    A cache that cannot be written is no reason to lose them: they go to a directory for temporary files then.
    """
    checks = list(checks)
    logs = [check.log for check in checks if check.log is not None]
    try:
        shutil.rmtree(kept, ignore_errors=True)
        kept.mkdir(parents=True, exist_ok=True)
        moved = {log: _copy(log, kept) for log in logs}
    except OSError:
        elsewhere = Path(tempfile.mkdtemp(prefix="npk-logs-")) if logs else kept
        moved = {log: _copy(log, elsewhere) for log in logs}
    return [replace(check, log=moved[check.log]) if check.log else check for check in checks]


def _copy(log: Path, directory: Path) -> Path:
    return Path(shutil.copy(log, directory / log.name))
