"""`# npk: ignore[NBP104] reason`: findings that somebody has looked at and decided to live with.

It counts on the line of the finding, or alone on the line above it; `ignore-file` counts for its whole file. Only
comments are read: a text that happens to say so does not count.
"""

from __future__ import annotations

import io
import re
import tokenize
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from netbox_plugin_kit.linting.collecting import Collection
from netbox_plugin_kit.linting.repairs import Edit, Repair
from netbox_plugin_kit.linting.sources import Source
from netbox_plugin_kit.rules import Violation, nbp003_suppression_without_reason, nbp004_suppression_of_nothing, rule_of
from netbox_plugin_kit.rules import nbp005_unknown_code as unknown

__all__ = ["suppress"]

_COMMENT = re.compile(
    r"(?P<open>\{#|<!--|/\*|//|#)\s*npk:\s*(?P<kind>ignore(?:-file)?)\[(?P<codes>[^\]\n]*)\](?P<reason>[^\n]*)"
)
_CLOSING = re.compile(r"\s*(?:#\}|-->|\*/)\s*$")


@dataclass(frozen=True, slots=True)
class Suppression:
    """One comment.

    Attributes:
        source: Where it stands.
        line: In which line.
        codes: The rules it is about.
        reason: Why, empty when it does not say.
        whole: It is about the whole file.
        alone: Nothing else is in its line, so that it is about the next one.
        start: Offset of its first character.
        end: Offset behind its last one.
    """

    source: Source
    line: int
    codes: tuple[str, ...]
    reason: str
    whole: bool
    alone: bool
    start: int
    end: int

    def covers(self, violation: Violation) -> bool:
        """Whether a finding is one of those it is about."""
        finding = violation.finding
        if finding.path != self.source.name or finding.code not in self.codes:
            return False
        return self.whole or finding.line == self.line or (self.alone and finding.line == self.line + 1)


def suppress(
    collection: Collection, found: Iterable[Violation], selected: Iterable[str]
) -> tuple[list[Violation], int]:
    """What is left of the findings, with what is to be said of the suppressions themselves, and how many went.

    Args:
        collection: The project.
        found: The findings.
        selected: The codes of the rules that were asked for: of the others nothing can be said.
    """
    violations, asked = list(found), frozenset(selected)
    every = [each for source in _sources(collection, violations) for each in _read(source)]
    left = [violation for violation in violations if not any(each.covers(violation) for each in every)]
    complaints = [said for each in every for said in _complaints(each, violations, asked)]
    kept = [said for said in complaints if (said.finding.code or "") in asked]
    return [*left, *kept], len(violations) - len(left)


def _sources(collection: Collection, violations: list[Violation]) -> Iterator[Source]:
    """The files that may hold suppressions: all that are read, and those that something was found in."""
    names = [module.source.name for module in collection.modules]
    names += [violation.finding.path or "" for violation in violations]
    for name in dict.fromkeys(names):
        if (source := collection.text(name)) is not None:
            yield source


def _read(source: Source) -> Iterator[Suppression]:
    if "npk:" not in source.text:
        return
    comments = _python_comments(source) if source.name.endswith(".py") else None
    for match in _COMMENT.finditer(source.text):
        place = source.place_of(match.start())
        line = place.line or 1
        if comments is not None and (line, (place.column or 1) - 1) not in comments:
            continue
        closing = _CLOSING.search(match["reason"]) if match["open"] not in {"#", "//"} else None
        reason = match["reason"][: closing.start()] if closing else match["reason"]
        before = source.line(line)[: (place.column or 1) - 1]
        codes = tuple(code.strip().upper() for code in match["codes"].split(",") if code.strip())
        yield Suppression(
            source=source, line=line, codes=codes, reason=reason.strip(" :-"), whole=match["kind"] == "ignore-file",
            alone=not before.strip(), start=match.start() - (len(before) - len(before.rstrip())), end=match.end(),
        )  # fmt: skip


def _python_comments(source: Source) -> set[tuple[int, int]]:
    """Where comments begin, as line and column."""
    found = set()
    try:
        for token in tokenize.generate_tokens(io.StringIO(source.text).readline):
            if token.type == tokenize.COMMENT:
                found.add(token.start)
    except (tokenize.TokenError, SyntaxError):
        pass  # NBP001 has said so
    return found


def _complaints(each: Suppression, violations: list[Violation], asked: frozenset[str]) -> Iterator[Violation]:
    place = each.source.place(each.line)
    if not each.reason:
        yield nbp003_suppression_without_reason.rule.finding(
            place, "the suppression does not say why", fix="write the reason behind it"
        )
    for code in each.codes:
        if rule_of(code) is None:
            yield unknown.rule.finding(place, f"there is no rule {code}", fix="`npk rule` lists them")
    used = {violation.finding.code for violation in violations if each.covers(violation)}
    idle = [code for code in each.codes if rule_of(code) is not None and code in asked and code not in used]
    if idle:
        only = len(idle) == len(each.codes)
        end = each.end + (1 if each.alone and each.source.text[each.end : each.end + 1] == "\n" else 0)
        repair = Repair((Edit(each.source.name, each.start, end, ""),)) if only else None
        yield nbp004_suppression_of_nothing.rule.finding(
            place, f"the suppression of {', '.join(idle)} suppresses nothing", fix="take it out", repair=repair
        )
