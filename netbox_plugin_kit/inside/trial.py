"""Running the test cases of `netbox_plugin_kit.testing` on a plugin that does not use them itself."""

from __future__ import annotations

import unittest
from typing import Any

from .boot import Booted
from .objects import Population, populate
from .protocol import Answer, Finding, Request, failed, passed, skipped
from .trouble import place, summary

__all__ = ["Trial", "try_out", "unavailable", "verdict"]


class Trial(unittest.TestResult):
    """What a test case found, each thing once."""

    def __init__(self, request: Request, fix: dict[str, str]) -> None:
        super().__init__()
        self.findings: list[Finding] = []
        self._request, self._fix = request, fix
        self._seen: set[str] = set()

    def addSubTest(self, test: Any, subtest: Any, err: Any) -> None:  # noqa: N802 - unittest's name
        """A subtest failed, if there is an error."""
        super().addSubTest(test, subtest, err)
        if err is not None:
            self._find(test, err[1])

    def addFailure(self, test: Any, err: Any) -> None:  # noqa: N802
        """A test failed."""
        super().addFailure(test, err)
        self._find(test, err[1])

    def addError(self, test: Any, err: Any) -> None:  # noqa: N802
        """A test, or what comes before it, raised something."""
        super().addError(test, err)
        self._find(test, err[1])

    def _find(self, test: Any, problem: BaseException) -> None:
        message = str(problem).strip() if isinstance(problem, AssertionError) else summary(problem)
        message = message.splitlines()[0] if message else summary(problem)
        if message not in self._seen:
            self._seen.add(message)
            path, line = place(problem, self._request.site)
            name = str(getattr(test, "_testMethodName", ""))
            self.findings.append(Finding(message, path, line, fix=self._fix.get(name)))


def verdict(counts: str, trial: Trial, population: Population, *, asked: bool, nothing: str) -> Answer:
    """What came of a trial.

    Args:
        counts: How much was asked, in a line.
        trial: What it found.
        population: The objects it was about.
        asked: Whether anything was asked at all.
        nothing: Why not, if nothing was.
    """
    findings = [*population.problems, *trial.findings]
    if any(finding.severity == "error" for finding in findings):
        return failed(counts, findings)
    return passed(counts, findings) if asked else skipped(nothing)


def unavailable() -> str | None:
    """Why the test cases cannot be used on this NetBox, or None if they can."""
    try:
        import netbox_plugin_kit.testing  # noqa: F401
    except ImportError as problem:
        return f"the kit's test cases are for NetBox 4.3 and later ({summary(problem)})"
    return None


def try_out(
    base: type, netbox: Booted, request: Request, fix: dict[str, str], **attributes: Any
) -> tuple[Trial, Population]:
    """Run a test case, with the plugin's objects in the database for as long as it takes.

    Args:
        base: One of the kit's test cases.
        netbox: The NetBox.
        request: Which plugin.
        fix: What to do about a failure, by the name of the test.
        attributes: Further attributes of the test case.
    """
    made: list[Population] = []

    def set_up(cls: Any) -> None:
        super(case, cls).setUpTestData()
        made.append(populate(netbox, request))
        cls.core = made[0].core

    case: Any = type(
        base.__name__,
        (base,),
        {
            "plugin": request.package,
            "setUpTestData": classmethod(set_up),
            "core_objects": lambda self: self.core,
            "label": netbox.config.label,
            **attributes,
        },
    )
    from django.test.utils import setup_test_environment

    # As every test runner does: responses tell which templates they were made from, and no mail leaves.
    setup_test_environment()
    trial = Trial(request, fix)
    suite = unittest.defaultTestLoader.loadTestsFromTestCase(case)
    suite.run(trial)
    return trial, made[0] if made else Population({}, [])
