"""One run of the linter over a project: which rules, which files, what stands in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.engine import violations
from netbox_plugin_kit.matrix.results import PluginSummary, Severity
from netbox_plugin_kit.plugin import Plugin, Unknown
from netbox_plugin_kit.rules import Rule, Violation, every_rule

__all__ = ["LintResult", "choose_rules", "lint", "projects_of"]

_MARKS = ("pyproject.toml", "setup.cfg", "setup.py")
_ORDER: tuple[Severity, ...] = ("info", "warning", "error")


@dataclass(frozen=True, slots=True)
class LintResult:
    """What came out for one project.

    Attributes:
        plugin: Who was linted.
        root: Its directory.
        violations: What was found, by file and line.
        modules: How many Python files were read.
    """

    plugin: PluginSummary
    root: Path
    violations: tuple[Violation, ...]
    modules: int

    def count(self) -> Counter[str]:
        """How many there are of each severity."""
        return Counter(violation.finding.severity for violation in self.violations)

    def fails(self, threshold: Severity | None) -> bool:
        """Whether anything is as severe as that, or more; None: never."""
        if threshold is None:
            return False
        severe = _ORDER[_ORDER.index(threshold) :]
        return any(violation.finding.severity in severe for violation in self.violations)


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code begins with one of `select` (all without it) and with none of `ignore`.

    Raises:
        UsageError: A code or prefix fits no rule.
    """
    rules = every_rule()
    wanted, unwanted = tuple(_upper(select)), tuple(_upper(ignore))
    for prefix in (*wanted, *unwanted):
        if not any(rule.code.startswith(prefix) for rule in rules):
            raise UsageError(f"there is no rule {prefix}; `npk rule` lists them")
    return tuple(
        rule
        for rule in rules
        if (not wanted or rule.code.startswith(wanted)) and not (unwanted and rule.code.startswith(unwanted))
    )


def _upper(codes: Iterable[str]) -> Iterable[str]:
    return (part.strip().upper() for code in codes for part in code.split(",") if part.strip())


def projects_of(paths: Iterable[Path]) -> dict[Path, tuple[Path, ...]]:
    """The projects that paths lie in, each with those of its paths that are only a part of it.

    Raises:
        UsageError: A path does not exist.
    """
    found: dict[Path, list[Path]] = {}
    for path in paths:
        if not path.exists():
            raise UsageError(f"{path} does not exist; name a plugin's project directory, or a file of it")
        here = path.resolve()
        root = _project_around(here)
        found.setdefault(root, []).append(here)
    return {root: () if root in parts else tuple(parts) for root, parts in found.items()}


def _project_around(path: Path) -> Path:
    directory = path if path.is_dir() else path.parent
    for place in (directory, *directory.parents):
        if any((place / mark).is_file() for mark in _MARKS):
            return place
    while (directory / "__init__.py").is_file():
        directory = directory.parent
    return directory


def lint(root: Path, rules: Iterable[Rule], parts: Iterable[Path] = ()) -> LintResult:
    """Lint a project.

    Args:
        root: Its directory.
        rules: The rules to hold it against.
        parts: Files and directories to report on; none: everything.
    """
    collection, found = violations(root, rules)
    wanted = tuple(parts)
    if wanted:
        found = [each for each in found if _is_below(root / (each.finding.path or ""), wanted)]
    return LintResult(_summary(root, collection.project.plugin), root, tuple(found), len(collection.modules))


def _is_below(path: Path, parts: Iterable[Path]) -> bool:
    return any(path.is_relative_to(part) for part in parts)


def _summary(root: Path, plugin: Plugin | None) -> PluginSummary:
    if plugin is None:
        return PluginSummary(root.name)
    known = [
        None if isinstance(each, Unknown) else each for each in (plugin.version, plugin.min_version, plugin.max_version)
    ]
    return PluginSummary(plugin.name, plugin.package, *known)
