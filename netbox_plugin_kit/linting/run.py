"""One run of the linter over a project: which rules, which files, what stands in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fnmatch import fnmatch
from pathlib import Path

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.baseline import read_baseline, without_known, write_baseline
from netbox_plugin_kit.linting.collecting import Collection
from netbox_plugin_kit.linting.engine import by_place, violations
from netbox_plugin_kit.linting.repairs import Repair, apply_edits
from netbox_plugin_kit.linting.suppressions import suppress
from netbox_plugin_kit.matrix.results import PluginSummary
from netbox_plugin_kit.plugin import LintSettings, Plugin, Unknown, read_lint_settings
from netbox_plugin_kit.plugin.metadata import read_pyproject, table
from netbox_plugin_kit.rules import Rule, Violation, every_rule

__all__ = ["LintResult", "Options", "choose_rules", "lint", "projects_of"]

_MARKS = ("pyproject.toml", "setup.cfg", "setup.py")
_ORDER = ("info", "warning", "error")
_ROUNDS = 5
"""Mending one thing can show another; what does not come to rest by then is left."""


@dataclass(frozen=True, slots=True)
class LintResult:
    """What came out for one project.

    Attributes:
        plugin: Who was linted.
        root: Its directory.
        violations: What was found, by file and line.
        modules: How many Python files were read.
        suppressed: How many findings comments in the files left out.
        baselined: How many the baseline left out, or was given.
        stale: How many entries of the baseline fit nothing any more.
        fixed: How many were mended.
        fail_on: The mildest severity that counts as a failure, or `never`.
    """

    plugin: PluginSummary
    root: Path
    violations: tuple[Violation, ...]
    modules: int
    suppressed: int = 0
    baselined: int = 0
    stale: int = 0
    fixed: int = 0
    fail_on: str = "error"

    def count(self) -> Counter[str]:
        """How many there are of each severity."""
        return Counter(violation.finding.severity for violation in self.violations)

    @property
    def failed(self) -> bool:
        """Whether anything is as severe as what counts as a failure."""
        severe = _ORDER[_ORDER.index(self.fail_on) :] if self.fail_on in _ORDER else ()
        return any(violation.finding.severity in severe for violation in self.violations)


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked for; None: what the project's own settings say.

    Attributes:
        select: Only rules whose code begins with one of these.
        ignore: Not the rules whose code begins with one of these.
        baseline: The file with the findings that are known.
        write_baseline: Write the findings of now to this file, and tell none.
        fix: Mend what can be mended safely.
        unsafe: Mend the rest of what can be mended, too.
        fail_on: The mildest severity that counts as a failure, or `never`.
    """

    select: tuple[str, ...] | None = None
    ignore: tuple[str, ...] | None = None
    baseline: Path | None = None
    write_baseline: Path | None = None
    fix: bool = False
    unsafe: bool = False
    fail_on: str | None = None


def choose_rules(select: Iterable[str] = (), ignore: Iterable[str] = ()) -> tuple[Rule, ...]:
    """The rules whose code begins with one of `select` (all without it) and with none of `ignore`.

    Raises:
        UsageError: A code or prefix fits no rule.
    """
    wanted, unwanted = _prefixes(select), _prefixes(ignore)
    return tuple(
        rule
        for rule in every_rule()
        if (not wanted or rule.code.startswith(wanted)) and not (unwanted and rule.code.startswith(unwanted))
    )


def _prefixes(codes: Iterable[str]) -> tuple[str, ...]:
    found = tuple(part.strip().upper() for code in codes for part in code.split(",") if part.strip())
    for prefix in found:
        if not any(rule.code.startswith(prefix) for rule in every_rule()):
            raise UsageError(f"there is no rule {prefix}; `npk rule` lists them")
    return found


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


def lint(root: Path, options: Options, parts: Iterable[Path] = ()) -> LintResult:
    """Lint a project.

    Args:
        root: Its directory.
        options: What was asked for.
        parts: Files and directories to report on; none: everything.

    Raises:
        UsageError: The project's settings, an option or the baseline cannot be understood.
        UnavailableError: The baseline cannot be written.
    """
    settings = _settings(root)
    ignore = settings.ignore if options.ignore is None else options.ignore
    rules = choose_rules(settings.select if options.select is None else options.select, ignore)
    baseline = options.baseline or (root / settings.baseline if settings.baseline else None)
    known = read_baseline(baseline) if baseline is not None and options.write_baseline is None else None
    wanted = tuple(parts)

    collection, found, suppressed = _look(root, rules, settings, wanted)
    fixed = 0
    for _ in range(_ROUNDS if options.fix else 0):
        made = apply_edits(root, _repairs(found, unsafe=options.unsafe))
        fixed += made
        if not made:
            break
        collection, found, suppressed = _look(root, rules, settings, wanted)
    baselined = stale = 0
    if options.write_baseline is not None:
        baselined, found = write_baseline(options.write_baseline, collection, found), []
    elif known is not None:
        found, baselined, stale = without_known(collection, found, known)
    return LintResult(
        plugin=_summary(root, collection.project.plugin),
        root=root,
        violations=tuple(found),
        modules=len(collection.modules),
        suppressed=suppressed,
        baselined=baselined,
        stale=0 if wanted else stale,
        fixed=fixed,
        fail_on=options.fail_on or settings.fail_on,
    )


def _settings(root: Path) -> LintSettings:
    try:
        given = table(read_pyproject(root), "tool", "netbox-plugin-kit").get("lint", {})
    except UsageError:
        return LintSettings()  # it is not TOML, which NBP001 says
    return read_lint_settings(root / "pyproject.toml", given)


def _look(
    root: Path, rules: tuple[Rule, ...], settings: LintSettings, parts: tuple[Path, ...]
) -> tuple[Collection, list[Violation], int]:
    """What is found and not left alone on purpose, and how much was suppressed."""
    collection, found = violations(root, rules)
    wanted = [each for each in found if not _is_left_out(each, settings)]
    if parts:
        wanted = [each for each in wanted if _is_below(root / (each.finding.path or ""), parts)]
    left, suppressed = suppress(collection, wanted, [rule.code for rule in rules])
    if parts:
        left = [each for each in left if _is_below(root / (each.finding.path or ""), parts)]
    return collection, sorted(left, key=by_place), suppressed


def _is_left_out(violation: Violation, settings: LintSettings) -> bool:
    name, code = violation.finding.path or "", violation.finding.code or ""
    if any(fnmatch(name, pattern) for pattern in settings.exclude):
        return True
    return any(
        fnmatch(name, pattern) and code.startswith(codes) for pattern, codes in settings.per_file_ignores.items()
    )


def _repairs(found: Iterable[Violation], *, unsafe: bool) -> Iterator[Repair]:
    for violation in found:
        if violation.repair is not None and (violation.repair.safe or unsafe):
            yield violation.repair


def _is_below(path: Path, parts: Iterable[Path]) -> bool:
    return any(path.is_relative_to(part) for part in parts)


def _summary(root: Path, plugin: Plugin | None) -> PluginSummary:
    if plugin is None:
        return PluginSummary(root.name)
    known = [
        None if isinstance(each, Unknown) else each for each in (plugin.version, plugin.min_version, plugin.max_version)
    ]
    return PluginSummary(plugin.name, plugin.package, *known)
