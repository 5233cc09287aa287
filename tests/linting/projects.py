"""Small plugins on disk, and what the linter says of them."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import Any

from netbox_plugin_kit.linting.run import LintResult, Options, lint
from tests.rules.running import CASES

__all__ = ["BAD", "MODELS", "codes", "linted", "plugin"]

MODELS = "netbox_example/models.py"

BAD = """from django.contrib.contenttypes.fields import GenericRelation
from dcim.models import Site

GenericRelation("netbox_example.Probe").contribute_to_class(Site, "probes")
"""
"""One finding: NBP104, in line 4."""


def plugin(root: Path, files: dict[str, str | bytes] | None = None, *, lint_settings: str = "") -> Path:
    """A plugin without a finding, with some files more, and `[tool.netbox-plugin-kit.lint]`."""
    shutil.copytree(CASES / "base", root)
    for name, content in (files or {}).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content.encode() if isinstance(content, str) else content)
    if lint_settings:
        with (root / "pyproject.toml").open("a") as pyproject:
            pyproject.write(f"\n[tool.netbox-plugin-kit.lint]\n{lint_settings}\n")
    return root


def linted(root: Path, *parts: Path, **options: Any) -> LintResult:
    """What comes of linting it."""
    return lint(root, Options(**options), parts)


def codes(root: Path, *parts: Path, **options: Any) -> list[tuple[str, int | None, str]]:
    """File, line and code of what is found."""
    found = [violation.finding for violation in linted(root, *parts, **options).violations]
    return [(each.path or "", each.line, each.code or "") for each in found]
