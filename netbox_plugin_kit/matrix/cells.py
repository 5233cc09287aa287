"""What is to be run."""

from __future__ import annotations

from dataclasses import dataclass

from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.wheel import Given
from netbox_plugin_kit.releases import Provider, Release

__all__ = ["CHECKS", "Cell", "Limits"]

CHECKS = ("install", "loads", "system", "migrations", "api", "tests")
"""Every check, in the order they are asked: each needs what the ones before it established."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What one check may take.

    Attributes:
        timeout: Seconds.
        memory: Bytes of private memory a process may allocate, or None.
    """

    timeout: float = 600.0
    memory: int | None = 2 * 1024**3


@dataclass(frozen=True, slots=True)
class Cell:
    """One plugin on one NetBox release and one Python.

    Attributes:
        given: The plugin as the user named it.
        release: The NetBox release.
        provider: Where the release comes from.
        interpreter: The Python to run it on.
        checks: Names of the checks.
        limits: What one check may take.
        require_tests: A plugin without tests fails.
        force_load: Load the plugin outside its declared range, too.
        test_arguments: For the test runner.
    """

    given: Given
    release: Release
    provider: Provider
    interpreter: Interpreter
    checks: tuple[str, ...] = CHECKS
    limits: Limits = Limits()
    require_tests: bool = False
    force_load: bool = False
    test_arguments: tuple[str, ...] = ()
