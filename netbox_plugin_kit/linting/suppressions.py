"""`# npk: ignore[NBP104] reason`: findings that somebody has looked at and decided to live with.

It counts on the line of the finding, on the first line of the statement that holds that line, or alone on the line
above either; `ignore-file` counts for its whole file. Only comments are read: a text that says the same does not count.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.linting.collecting import Collection
from netbox_plugin_kit.linting.comments import Comment, Comments, comments_of, has_comments
from netbox_plugin_kit.linting.repairs import Edit, Repair
from netbox_plugin_kit.linting.sources import LARGEST, Source
from netbox_plugin_kit.matrix.results import Finding
from netbox_plugin_kit.rules import Violation, nbp003_suppression_without_reason, nbp004_suppression_of_nothing, rule_of
from netbox_plugin_kit.rules import nbp005_unknown_code as unknown

__all__ = ["suppress"]

_MARK = "npk:"
_DIRECTIVE = re.compile(
    rf"{_MARK}\s*(?P<word>[\w-]+)\s*(?P<list>\[(?P<codes>[^\]]*)\])?[\s:-]*(?P<reason>.*)", re.DOTALL
)  # fmt: skip
_WORDS = ("ignore", "ignore-file")
_TESTS = frozenset({"tests", "test", "testing"})


@dataclass(frozen=True, eq=False)
class _Suppression:
    """One comment.

    Attributes:
        source: Where it stands.
        comment: The comment.
        word: `ignore` or `ignore-file`; anything else is a mistake.
        codes: The rules it is about.
        reason: Why, empty when it does not say.
        alone: Nothing else is in its line.
        lines: The lines it is about.
    """

    source: Source
    comment: Comment
    word: str
    codes: tuple[str, ...]
    reason: str
    alone: bool
    lines: frozenset[int]


class _Suppressions:
    """Those of a file, by the findings that they are about."""

    def __init__(self, source: Source, comments: Comments) -> None:
        self._begins = comments.begins
        self._whole: dict[str, list[_Suppression]] = {}
        self._by_line: dict[tuple[str, int], list[_Suppression]] = {}
        self.used: dict[_Suppression, set[str]] = {}
        for each in _read(source, comments):
            self.used[each] = set()
            for code in each.codes if each.word in _WORDS else ():
                if each.word == "ignore-file":
                    self._whole.setdefault(code, []).append(each)
                else:
                    for line in each.lines:
                        self._by_line.setdefault((code, line), []).append(each)

    def cover(self, finding: Finding) -> bool:
        """Whether a finding is suppressed; the comments that do so are then of use."""
        code, line = finding.code or "", finding.line
        found = list(self._whole.get(code, ()))
        if line is not None:
            for number in {line, self._begins.get(line, line)}:
                found += self._by_line.get((code, number), ())
        for each in found:
            self.used[each].add(code)
        return bool(found)


def suppress(
    collection: Collection, found: Iterable[Violation], asked: Callable[[str, str], bool]
) -> tuple[list[Violation], list[Violation]]:
    """What is left of the findings, with what is to be said of the suppressions themselves; and what went.

    Args:
        collection: The project.
        found: The findings.
        asked: Whether a rule was looked for in a file: of the others nothing can be said.
    """
    by_file: dict[str, list[Violation]] = {}
    for violation in found:
        by_file.setdefault(violation.finding.path or "", []).append(violation)
    left: list[Violation] = []
    gone: list[Violation] = []
    for source in _sources(collection, tuple(by_file)):
        suppressions = _Suppressions(source, comments_of(source))
        for one in by_file.pop(source.name, []):
            (gone if suppressions.cover(one.finding) else left).append(one)
        for each, used in suppressions.used.items():
            left += [said for said in _complaints(each, used, asked) if asked(source.name, said.finding.code or "")]
    return [*left, *(one for some in by_file.values() for one in some)], gone


def _sources(collection: Collection, found: Iterable[str]) -> Iterator[Source]:
    """The files that hold suppressions: of the modules, and of what else is written by hand."""
    modules = {module.source.name: module.source for module in collection.modules}
    yield from (source for source in modules.values() if _MARK in source.text)
    others = [name for name in collection.project.files if _is_read(name)]
    for name in dict.fromkeys([*others, *found]):
        if name in modules or not has_comments(name) or not _mentions(collection.project.root / name):
            continue
        if (source := collection.text(name)) is not None:
            yield source


def _is_read(name: str) -> bool:
    """Python beside the modules, such as tests, is not linted, and nothing can be said of its comments."""
    *directories, last = name.split("/")
    return not last.endswith(".py") and _TESTS.isdisjoint(directories)


def _mentions(path: Path) -> bool:
    try:
        return path.is_file() and path.stat().st_size <= LARGEST and _MARK.encode() in path.read_bytes()
    except OSError:
        return False


def _read(source: Source, comments: Comments) -> Iterator[_Suppression]:
    alone = {comment: _is_alone(source, comment) for comment in comments.items}
    below: dict[int, int] = {}
    """For every line with nothing but a comment, the first further line that is not one."""
    for number in sorted({each for one in comments.items if alone[one] for each in _span(source, one)}, reverse=True):
        below[number] = below.get(number + 1, number + 1)
    for comment in comments.items:
        match = _DIRECTIVE.match(comment.text)
        if match is None or not (match["word"].startswith("ignore") or match["list"]):
            continue
        lines = set(_span(source, comment))
        if alone[comment]:
            lines.add(below[max(lines)])
        codes = tuple(dict.fromkeys(code.strip().upper() for code in (match["codes"] or "").split(",") if code.strip()))
        yield _Suppression(
            source, comment, match["word"], codes, match["reason"].strip(), alone[comment], frozenset(lines)
        )  # fmt: skip


def _span(source: Source, comment: Comment) -> range:
    """The lines that a comment is in."""
    return range(source.place_of(comment.start).line or 1, (source.place_of(comment.end - 1).line or 1) + 1)


def _is_alone(source: Source, comment: Comment) -> bool:
    lines = _span(source, comment)
    begin, end = source.start(lines[0]), source.start(lines[-1] + 1)
    return not source.text[begin : comment.start].strip() and not source.text[comment.end : end].strip()


def _complaints(each: _Suppression, used: set[str], asked: Callable[[str, str], bool]) -> Iterator[Violation]:
    place = each.source.place_of(each.comment.start)
    if each.word not in _WORDS:
        yield unknown.rule.finding(
            place,
            f"`npk: {each.word}` means nothing",
            fix="write `npk: ignore[CODE] reason` or `npk: ignore-file[...]`",
        )
        return
    if not each.codes:
        yield unknown.rule.finding(
            place,
            "the suppression names no rule, and so suppresses nothing",
            fix=f"write `npk: {each.word}[CODE] reason`",
        )
        return
    strange = [code for code in each.codes if rule_of(code) is None]
    for code in strange:
        yield unknown.rule.finding(place, f"there is no rule {code}", fix="`npk rule` lists them")
    looked_for = [code for code in each.codes if code not in strange and asked(each.source.name, code)]
    if looked_for and not each.reason:
        yield nbp003_suppression_without_reason.rule.finding(
            place, "the suppression does not say why", fix="write the reason behind the bracket"
        )
    if idle := [code for code in looked_for if code not in used]:
        yield nbp004_suppression_of_nothing.rule.finding(
            place, f"the suppression of {', '.join(idle)} suppresses nothing", fix="take it out",
            repair=Repair((_without(each, idle),)),
        )  # fmt: skip


def _without(each: _Suppression, idle: list[str]) -> Edit:
    """The comment without some codes; without all of them, no comment."""
    source, comment = each.source, each.comment
    kept = [code for code in each.codes if code not in idle]
    if kept:
        written = source.text[comment.start : comment.end]
        begin, end = written.index("[") + 1, written.index("]")
        return Edit(source.name, comment.start + begin, comment.start + end, ", ".join(kept))
    if each.alone:
        lines = _span(source, comment)
        return Edit(source.name, source.start(lines[0]), source.start(lines[-1] + 1), "")
    before = source.text[source.start(_span(source, comment)[0]) : comment.start]
    return Edit(source.name, comment.start - (len(before) - len(before.rstrip())), comment.end, "")
