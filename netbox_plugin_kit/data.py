"""Where the facts about NetBox live: `matrix/` beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

__all__ = ["matrix_file", "template_directory"]

_PACKAGE = Path(__file__).parent


def matrix_file(name: str) -> Path:
    """The path of a data file of `matrix/`, e.g. `releases.toml`."""
    installed = _PACKAGE / "_data" / "matrix" / name
    return installed if installed.exists() else _PACKAGE.parent / "matrix" / name


def template_directory() -> Path:
    """The cookiecutter template of a plugin."""
    installed = _PACKAGE / "_data" / "template"
    return installed if installed.exists() else _PACKAGE.parent / "template"
