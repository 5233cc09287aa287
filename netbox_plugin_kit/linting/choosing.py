"""Which rules a run is about, and which files they say something of."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import LintSettings
from netbox_plugin_kit.rules import Rule, every_rule

__all__ = ["choose_rules", "codes_of", "is_left_out", "matches"]

_OWN = "NBP0"
"""The linter's own rules say what could not be looked at: they are asked whatever is selected, unless ignored."""


def codes_of(given: Iterable[str]) -> tuple[str, ...]:
    """Codes, or how they begin, as somebody wrote them on the command line: several options, or with commas.

    Raises:
        UsageError: One of them fits no rule.
    """
    found = tuple(part.strip().upper() for text in given for part in text.split(",") if part.strip())
    for prefix in found:
        if not any(rule.code.startswith(prefix) for rule in every_rule()):
            raise UsageError(f"there is no rule {prefix}; `npk rule` lists them")
    return found


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules that are selected (all, if none is named) and not ignored; of two that fit, the longer one counts."""
    wanted, unwanted = tuple(select), tuple(ignore)
    return tuple(rule for rule in every_rule() if _is_chosen(rule.code, wanted, unwanted))


def _is_chosen(code: str, wanted: tuple[str, ...], unwanted: tuple[str, ...]) -> bool:
    named = [len(prefix) for prefix in wanted if code.startswith(prefix)]
    if not wanted or code.startswith(_OWN):
        named.append(0)
    refused = [len(prefix) for prefix in unwanted if code.startswith(prefix)]
    return bool(named) and max(named) > max(refused, default=-1)


def is_left_out(settings: LintSettings, path: str, code: str) -> bool:
    """Whether the settings say nothing is to be said of a file, or not by this rule."""
    if any(matches(path, pattern) for pattern in settings.exclude):
        return True
    return any(
        code.startswith(codes) and matches(path, pattern) for pattern, codes in settings.per_file_ignores.items()
    )


def matches(path: str, pattern: str) -> bool:
    """Whether a pattern fits a file, or a directory that it lies in.

    Args:
        path: Relative to the project, with forward slashes.
        pattern: `*` and `?` stay within a name, `**` does not; without a slash it fits a name wherever it is.
    """
    return bool(path) and _compiled(pattern).match(path) is not None


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    anchored = "/" in pattern.rstrip("/")
    parts = re.split(r"(\*\*/|\*\*|\*|\?)", pattern.removeprefix("./").strip("/"))
    wild = {"**/": "(?:.*/)?", "**": ".*", "*": "[^/]*", "?": "[^/]"}
    text = "".join(wild.get(part, re.escape(part)) for part in parts)
    return re.compile(rf"{'' if anchored else '(?:.*/)?'}{text}(?:/.*)?\Z", re.DOTALL)
