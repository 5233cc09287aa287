"""A rule is a document with a function: what it is called, why it matters, an example, and how it is seen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any, Literal, TypeVar

from netbox_plugin_kit.linting.facts import Call, Fact, Project
from netbox_plugin_kit.linting.repairs import Repair
from netbox_plugin_kit.linting.sources import Place
from netbox_plugin_kit.matrix.results import Finding, Severity
from netbox_plugin_kit.releases.core import Core

__all__ = ["Context", "Handler", "Rule", "Violation"]

_Fact = TypeVar("_Fact", bound=Fact)


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the fact.

    Attributes:
        project: The plugin.
        core: What NetBox's core consists of.
        minors: The NetBox minors that the plugin is for, oldest first: `("4.5", "4.6", "4.7")`.
    """

    project: Project
    core: Core
    minors: tuple[str, ...]

    def since(self, minor: str) -> tuple[str, ...]:
        """The plugin's minors from one on."""
        return tuple(each for each in self.minors if _number(each) >= _number(minor))

    def before(self, minor: str) -> tuple[str, ...]:
        """The plugin's minors older than one."""
        return tuple(each for each in self.minors if _number(each) < _number(minor))

    def among(self, minors: Iterable[str]) -> tuple[str, ...]:
        """The plugin's minors that are among some."""
        wanted = frozenset(minors)
        return tuple(each for each in self.minors if each in wanted)

    @property
    def label(self) -> str:
        """The plugin's app label, empty when it is not known."""
        return self.project.plugin.label if self.project.plugin else ""

    @property
    def package(self) -> str:
        """The plugin's package, empty when it is not known."""
        return self.project.plugin.package if self.project.plugin else ""


def _number(minor: str) -> tuple[int, ...]:
    return tuple(int(part) for part in minor.split("."))


@dataclass(frozen=True, slots=True)
class Violation:
    """A finding, with what only the linter knows of it.

    Attributes:
        finding: The finding.
        netbox: The minors it holds for; empty: whatever the release.
        repair: How it can be mended by `--fix`.
    """

    finding: Finding
    netbox: tuple[str, ...] = ()
    repair: Repair | None = None


@dataclass(frozen=True, slots=True)
class Handler:
    """A function of a rule and the facts it wants.

    Attributes:
        fact: The kind of fact.
        names: For calls, the last parts of the names that are called.
        function: Takes the fact and the context, yields violations.
    """

    fact: type[Any]
    names: frozenset[str]
    function: Callable[[Any, Context], Iterable[Violation]]


@dataclass(frozen=True)
class Rule:
    """One thing a plugin should not do.

    Attributes:
        code: `NBP101`; never reused.
        title: What is found, in a few words.
        severity: `error` for what NetBox forbids or what breaks, `warning` for what may hurt, `info` for advice.
        source: The page of NetBox's documentation, the file or the release note that says so.
        why: What happens.
        bad: An example.
        good: What to do instead.
        fixable: Whether `--fix` mends it, always or sometimes, and whether that is safe.
        limits: What it cannot see, and what it leaves alone on purpose.
        handlers: Its logic.
    """

    code: str
    title: str
    severity: Severity
    source: str
    why: str
    bad: str
    good: str
    fixable: Literal["no", "safe", "unsafe"] = "no"
    limits: str = ""
    handlers: list[Handler] = field(default_factory=list, repr=False)

    def on(self, fact: type[_Fact]) -> Callable[[_Logic[_Fact]], _Logic[_Fact]]:
        """Ask for every fact of a kind."""

        def register(function: _Logic[_Fact]) -> _Logic[_Fact]:
            self.handlers.append(Handler(fact, frozenset(), function))
            return function

        return register

    def on_call(self, *names: str) -> Callable[[_Logic[Call]], _Logic[Call]]:
        """Ask for every call whose name ends with one of these."""

        def register(function: _Logic[Call]) -> _Logic[Call]:
            self.handlers.append(Handler(Call, frozenset(names), function))
            return function

        return register

    def finding(  # noqa: PLR0913 - all but the first two by name, and seldom given
        self,
        place: Place,
        message: str,
        *,
        fix: str | None = None,
        netbox: Iterable[str] = (),
        repair: Repair | None = None,
        severity: Severity | None = None,
    ) -> Violation:
        """A violation of this rule.

        Args:
            place: Where.
            message: What is wrong, in a sentence without its end.
            fix: What to do about it.
            netbox: The minors it holds for; none: whatever the release.
            repair: How `--fix` mends it.
            severity: Where it is less or more than the rule's own.
        """
        found = Finding(
            message=message, code=self.code, severity=severity or self.severity, path=place.path, line=place.line,
            column=place.column, fix=fix, evidence="static",
        )  # fmt: skip
        return Violation(found, tuple(netbox), repair)


_Logic = Callable[[_Fact, Context], Iterator[Violation]]
