"""Do Django's system checks pass?"""

from __future__ import annotations

from typing import Any

from ..boot import Booted
from ..protocol import Answer, Finding, Request, failed, passed

__all__ = ["system"]


def system(netbox: Booted, request: Request) -> Answer:
    """Do Django's system checks pass?

    Errors stop every management command, whoever caused them. Warnings are shown when they are about the plugin: an
    object of its, or its name in the text.
    """
    from django.core import checks

    labels = set(netbox.labels())
    issues = [issue for issue in checks.run_checks() if not issue.is_silenced()]
    findings = [_finding(issue) for issue in issues if issue.level >= checks.ERROR or _about(issue, request, labels)]
    if any(finding.severity == "error" for finding in findings):
        return failed("Django's system checks report errors", findings)
    return passed(f"{len(findings)} warnings" if findings else "no issues", findings)


def _about(issue: Any, request: Request, labels: set[str]) -> bool:
    meta = getattr(issue.obj, "_meta", None) or getattr(getattr(issue.obj, "model", None), "_meta", None)
    if meta is not None:
        return meta.app_label in labels
    module = getattr(issue.obj, "__module__", None) or type(issue.obj).__module__
    return f"{module}.".startswith(f"{request.package}.") or request.package in f"{issue.msg} {issue.hint}"


def _finding(issue: Any) -> Finding:
    from django.core import checks

    severity = "error" if issue.level >= checks.ERROR else "warning" if issue.level >= checks.WARNING else "info"
    about = f"{issue.obj}: " if issue.obj is not None else ""
    code = f" ({issue.id})" if issue.id else ""
    return Finding(f"{about}{issue.msg}{code}", severity=severity, fix=issue.hint)
