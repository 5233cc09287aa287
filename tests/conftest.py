"""What all tests share: the order in which a machine without a cache gets one."""

from __future__ import annotations

import pytest


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Let the cold path be first: the snapshot it makes is then everybody's, instead of being made a second time."""
    items.sort(key=lambda item: item.path.name != "test_cold.py")
