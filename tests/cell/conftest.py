from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from .plugins import netbox_dummy, plugin
from .running import CURRENT, OLDER, Ran, npk_test

_COLD = 1800.0
"""Seconds for the first cell of a release on a machine: NetBox is installed and its database migrated."""

Directory = Callable[[str], Path]


@pytest.fixture(scope="session")
def directory(tmp_path_factory: pytest.TempPathFactory) -> Directory:
    """New directories for plugin projects."""
    return lambda name: tmp_path_factory.mktemp(name) / "project"


@pytest.fixture(scope="session")
def trivial(directory: Directory) -> Ran:
    """A plugin that is nothing but a PluginConfig, on the current release; the cache is warm from then on."""
    return npk_test(plugin(directory("trivial")), timeout=_COLD)


@pytest.fixture(scope="session")
def dummy(trivial: Ran, directory: Directory) -> Ran:
    """NetBox's own dummy plugin on the current release."""
    assert trivial.status == 0
    return npk_test(netbox_dummy(directory("dummy"), CURRENT))


@pytest.fixture(scope="session")
def older_dummy(directory: Directory) -> Ran:
    """NetBox's own dummy plugin of an older release, on that release; its cache is warm from then on."""
    return npk_test(netbox_dummy(directory("older-dummy"), OLDER), netbox=OLDER, timeout=_COLD)
