"""One run of the linter over a project: which rules, which files, what stands in the end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.baseline import read_baseline, without_known, write_baseline
from netbox_plugin_kit.linting.choosing import choose_rules, codes_of, is_left_out
from netbox_plugin_kit.linting.collecting import Collection
from netbox_plugin_kit.linting.engine import by_place, violations
from netbox_plugin_kit.linting.repairs import Repair, apply_edits
from netbox_plugin_kit.linting.sources import Source
from netbox_plugin_kit.linting.suppressions import suppress
from netbox_plugin_kit.matrix.results import Finding, PluginSummary
from netbox_plugin_kit.plugin import LintSettings, Plugin, Unknown, read_lint_settings
from netbox_plugin_kit.plugin.metadata import read_pyproject, table
from netbox_plugin_kit.rules import Rule, Violation

__all__ = ["LintResult", "Options", "lint", "projects_of"]

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
        rules: What it was held against.
        violations: What was found, by file and line.
        sources: The files that this is about, as far as they can be read.
        modules: How many Python files were read.
        suppressed: How many findings comments in the files left out.
        baselined: How many the baseline left out, or was given.
        stale: How many entries of the baseline fit nothing any more.
        fixed: How many were mended.
        fail_on: The mildest severity that counts as a failure, or `never`.
    """

    plugin: PluginSummary
    root: Path
    rules: tuple[Rule, ...]
    violations: tuple[Violation, ...]
    sources: Mapping[str, Source]
    modules: int
    suppressed: int = 0
    baselined: int = 0
    stale: int = 0
    fixed: int = 0
    fail_on: str = "error"

    def count(self) -> Counter[str]:
        """How many there are of each severity."""
        return Counter(violation.finding.severity for violation in self.violations)

    def counts(self, finding: Finding) -> bool:
        """Whether a finding is severe enough for a failure."""
        return self.fail_on in _ORDER and _ORDER.index(finding.severity) >= _ORDER.index(self.fail_on)

    @property
    def failed(self) -> bool:
        """Whether anything is as severe as what counts as a failure."""
        return any(self.counts(violation.finding) for violation in self.violations)

    def title(self, code: str | None) -> str:
        """What a rule finds, in a few words."""
        return next((rule.title for rule in self.rules if rule.code == code), "")

    def path_from(self, base: Path, path: str | None) -> str:
        """A file as it is called from a directory above the project; from elsewhere, as the project calls it."""
        whole = self.root / (path or "")
        for place in (base, self.root):
            if whole.is_relative_to(place):
                return whole.relative_to(place).as_posix()
        return whole.as_posix()


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


def projects_of(paths: Iterable[Path]) -> dict[Path, tuple[Path, ...]]:
    """The projects that paths lie in, each with those of its paths that are only a part of it.

    Raises:
        UsageError: A path does not exist.
    """
    found: dict[Path, list[Path]] = {}
    for path in paths:
        try:
            here = path.resolve(strict=True)
        except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a loop of links, before Python 3.13
            raise UsageError(f"{path} does not exist; name a plugin's project directory, or a file of it") from error
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
        UnavailableError: The baseline, or a file that is to be mended, cannot be written.
    """
    root = root.resolve()
    settings = _settings(root)
    rules = _rules(options, settings)
    baseline = options.baseline or (root / settings.baseline if settings.baseline else None)
    known = read_baseline(baseline) if baseline is not None and options.write_baseline is None else None
    wanted = tuple(parts)
    fixed = 0
    for left in range(_ROUNDS if options.fix else 0, -1, -1):
        collection, found, gone = _look(root, rules, settings)
        new, known_now, stale = without_known(collection, found, known or Counter(), {rule.code for rule in rules})
        told = [each for each in new if _is_below(root, each, wanted)]
        made = apply_edits(root, _repairs(told, unsafe=options.unsafe)) if left else 0
        fixed += made
        if not made:
            break
    if options.write_baseline is not None:
        known_now, told = write_baseline(options.write_baseline, collection, found), []
    return LintResult(
        plugin=_summary(root, collection.project.plugin),
        root=root,
        rules=rules,
        violations=tuple(told),
        sources=_sources(collection, told),
        modules=len(collection.modules),
        suppressed=sum(_is_below(root, each, wanted) for each in gone),
        baselined=known_now,
        stale=stale,
        fixed=fixed,
        fail_on=options.fail_on or settings.fail_on,
    )


def _rules(options: Options, settings: LintSettings) -> tuple[Rule, ...]:
    """The command line wins: what it selects is selected, what it ignores is ignored."""
    ignore = codes_of(options.ignore or ())
    if options.select is not None:
        return choose_rules(codes_of(options.select), ignore)
    return choose_rules(settings.select, (*settings.ignore, *ignore))


def _settings(root: Path) -> LintSettings:
    try:
        given = table(read_pyproject(root), "tool").get("netbox-plugin-kit", {})
    except UsageError:
        return LintSettings()  # it is not TOML, which NBP001 says
    return read_lint_settings(root / "pyproject.toml", given)


def _look(
    root: Path, rules: tuple[Rule, ...], settings: LintSettings
) -> tuple[Collection, list[Violation], list[Violation]]:
    """What is found and not left alone on purpose, and what was suppressed."""
    codes = frozenset(rule.code for rule in rules)

    def asked(path: str, code: str) -> bool:
        return code in codes and not is_left_out(settings, path, code)

    collection, found = violations(root, rules)
    kept = [each for each in found if asked(each.finding.path or "", each.finding.code or "")]
    left, gone = suppress(collection, kept, asked)
    return collection, sorted(left, key=by_place), gone


def _repairs(found: Iterable[Violation], *, unsafe: bool) -> Iterator[Repair]:
    for violation in found:
        if violation.repair is not None and (violation.repair.safe or unsafe):
            yield violation.repair


def _is_below(root: Path, violation: Violation, parts: tuple[Path, ...]) -> bool:
    path = root / (violation.finding.path or "")
    return not parts or any(path.is_relative_to(part) for part in parts)


def _sources(collection: Collection, told: Iterable[Violation]) -> dict[str, Source]:
    """The files that findings and their repairs are about, as they were read."""
    names = {each.finding.path or "" for each in told}
    names |= {edit.name for each in told if each.repair for edit in each.repair.edits}
    return {name: source for name in names if (source := collection.text(name)) is not None}


def _summary(root: Path, plugin: Plugin | None) -> PluginSummary:
    if plugin is None:
        return PluginSummary(root.name)
    known = [
        None if isinstance(each, Unknown) else each for each in (plugin.version, plugin.min_version, plugin.max_version)
    ]
    return PluginSummary(plugin.name, plugin.package, *known)
