"""What is to be run."""

from __future__ import annotations

from dataclasses import dataclass

from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.wheel import Given
from netbox_plugin_kit.matrix.results import Expect, Role
from netbox_plugin_kit.releases import Provider, Release

__all__ = ["CHECKS", "QUICK_CHECKS", "Cell", "Foundation", "Limits"]

QUICK_CHECKS = ("install", "loads", "system", "migrations", "api", "tests")
"""What `npk test` asks unless told otherwise: what an author wants to know on every save."""

CHECKS = (
    "install", "loads", "system", "migrations", "api", "pages", "permissions", "tests",
    "conflicts", "removal", "upgrade",
)  # fmt: skip
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
class Foundation:
    """A NetBox to run on.

    Attributes:
        release: The NetBox release.
        provider: Where the release comes from.
        interpreter: The Python to run it on.
    """

    release: Release
    provider: Provider
    interpreter: Interpreter


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
        expect: Whether NetBox is to accept the plugin or to refuse it.
        role: What the cell is there for.
        postgresql: The major version to run on, or None for whatever suits.
        companions: Other plugins that are installed, too, for the check `conflicts`.
        upgrade_from: The oldest NetBox of the range, where the check `upgrade` starts, or None to skip it.
        previous: The version of the plugin that the check `upgrade` starts from; None for the one that was published
            before this one, if any.
    """

    given: Given
    release: Release
    provider: Provider
    interpreter: Interpreter
    checks: tuple[str, ...] = QUICK_CHECKS
    limits: Limits = Limits()
    require_tests: bool = False
    force_load: bool = False
    test_arguments: tuple[str, ...] = ()
    expect: Expect = "accept"
    role: Role = "declared"
    postgresql: int | None = None
    companions: tuple[Given, ...] = ()
    upgrade_from: Foundation | None = None
    previous: Given | None = None
