from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent

import pytest

CONFIG = """
    from netbox.plugins import PluginConfig

    class ExampleConfig(PluginConfig):
        name = "netbox_example"
        version = "1.2"
        min_version = "4.5.0"

    config = ExampleConfig
"""

Write = Callable[..., Path]


@pytest.fixture
def project(tmp_path: Path) -> Write:
    """Writes a project: each file by its path, and `config` into netbox_example/__init__.py unless it is empty."""

    def write(files: dict[str, str] | None = None, *, config: str = CONFIG, pyproject: str = "") -> Path:
        content = {"netbox_example/__init__.py": config} if config else {}
        content |= {"pyproject.toml": pyproject} if pyproject else {}
        for name, text in (content | (files or {})).items():
            path = tmp_path / "project" / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(dedent(text), encoding="utf-8")
        return tmp_path / "project"

    return write
