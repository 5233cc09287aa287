"""What a plugin needs beside NetBox: resolved against NetBox's pins, and installed next to the environment.

The environment itself never changes. What the plugin needs and the environment lacks goes into an overlay, a directory
that comes before the environment on the path; plugins whose needs NetBox covers share one empty overlay.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from netbox_plugin_kit.cache import Cache, digest
from netbox_plugin_kit.environment.netbox import Environment
from netbox_plugin_kit.environment.uv import UvError, run_uv
from netbox_plugin_kit.progress import Progress, silent

__all__ = ["ResolutionError", "overlay"]

_FORMAT = 1


class ResolutionError(Exception):
    """The plugin cannot be installed beside this release: the resolver's words."""


@contextlib.contextmanager
def overlay(
    environment: Environment, requirements: Sequence[str], cache: Cache, progress: Progress = silent
) -> Iterator[Path]:
    """A directory with what the requirements need and the environment lacks; it stays for the length of the block.

    Raises:
        ResolutionError: They contradict NetBox's pins, each other, or this Python.
    """
    label = f"{', '.join(sorted(requirements)) or 'nothing'} beside NetBox {environment.release}"

    def build(directory: Path) -> dict[str, Any]:
        progress("resolving what the plugin needs")
        missing = _missing(environment, requirements, directory)
        site = directory / "site"
        site.mkdir()
        if missing:
            progress(f"installing {', '.join(missing)}")
            wanted = directory / "missing.txt"
            wanted.write_text("\n".join(missing))
            _install(environment, wanted, site)
        return {"packages": missing}

    key = digest("dependencies", _FORMAT, environment.identity, sorted(requirements))
    with cache.entry("dependencies", key, label=label, build=build, progress=progress) as entry:
        yield entry.path / "site"


def _missing(environment: Environment, requirements: Sequence[str], directory: Path) -> list[str]:
    """What has to be added to the environment, as `name==version`."""
    if not requirements:
        return []
    wanted = directory / "wanted.txt"
    wanted.write_text("\n".join(requirements))
    resolved = directory / "resolved.txt"
    # Versions in the output file are uv's preference: what the environment has is kept wherever that is allowed.
    resolved.write_text(environment.frozen.read_text())
    try:
        run_uv(
            "pip", "compile", "--quiet", "--no-header", "--no-annotate", *environment.interpreter.options,
            "--constraints", environment.pins, "--output-file", resolved, wanted,
        )  # fmt: skip
    except UvError as error:
        raise ResolutionError(str(error)) from error
    installed = {canonicalize_name(name): version for name, version in environment.installed().items()}
    lines = [line.strip() for line in resolved.read_text().splitlines() if line.strip()]
    return [line for line in lines if installed.get(canonicalize_name(line.split("==")[0])) != line.partition("==")[2]]


def _install(environment: Environment, wanted: Path, site: Path) -> None:
    try:
        run_uv(
            "pip", "install", "--quiet", "--no-deps", *environment.interpreter.options,
            "--target", site, "--requirements", wanted,
        )  # fmt: skip
    except UvError as error:
        raise ResolutionError(str(error)) from error
