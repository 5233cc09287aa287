"""Which version of a plugin was published before the one at hand."""

from __future__ import annotations

import tempfile
from pathlib import Path

from netbox_plugin_kit.environment.interpreters import Interpreter
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.environment.wheel import Given

__all__ = ["published_before"]


def published_before(distribution: str, version: str, interpreter: Interpreter) -> Given | None:
    """The newest version on the package index that is older; None if there is none, or nobody can be asked.

    Only wheels count: a name may belong to somebody else there, and nothing of theirs is to be run here.

    Args:
        distribution: Project name.
        version: The version at hand.
        interpreter: The Python it has to be for.
    """
    with tempfile.NamedTemporaryFile("w", prefix="npk-", suffix=".in") as file:
        file.write(f"{distribution}<{version}\n")
        file.flush()
        try:
            found = run_uv(
                "pip", "compile", "--quiet", "--no-deps", "--no-header", "--no-annotate", "--only-binary", ":all:",
                *interpreter.options, Path(file.name),
            )  # fmt: skip
        except UvError:
            return None
    lines = [line.strip() for line in found.splitlines() if "==" in line and not line.startswith("#")]
    return Given("requirement", None, lines[0]) if lines else None
