"""Asking NetBox for pages as somebody who may see everything."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .protocol import Finding, Request
from .trouble import place, summary

__all__ = ["visit"]


def visit(
    urls: Iterable[str], request: Request, *, worst: int, when: str, fix: str | None = None
) -> tuple[int, list[Finding]]:
    """Ask for pages: how many there were, and those that do not work.

    Args:
        urls: Their addresses.
        request: Whose plugin it is.
        worst: The status from which on a page does not work.
        when: Words for messages, such as `after the upgrade`.
        fix: What to do about it.
    """
    client = _superuser()
    visited, findings = 0, []
    for url in urls:
        visited += 1
        response = client.get(url, follow=True)
        if response.status_code >= worst:
            findings.append(_finding(url, response, request, when, fix))
    return visited, findings


def _superuser() -> Any:
    """A client that is logged in, and gets a page's status whatever the page raises."""
    from django.contrib.auth import get_user_model
    from django.test import Client

    client = Client(raise_request_exception=False)
    client.force_login(get_user_model().objects.get_or_create(username="npk", defaults={"is_superuser": True})[0])
    return client


def _finding(url: str, response: Any, request: Request, when: str, fix: str | None) -> Finding:
    raised = getattr(response, "exc_info", None)
    message = f"{url} answers with status {response.status_code} {when}"
    if not raised:
        return Finding(message, fix=fix)
    path, line = place(raised[1], request.site)
    return Finding(f"{message}: {summary(raised[1])}", path, line, fix=fix)
