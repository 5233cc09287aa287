from __future__ import annotations

from tests.cell.conftest import directory

__all__ = ["directory"]
