"""From a specification to a project on disk, by way of cookiecutter."""

from __future__ import annotations

import contextlib
import json
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from netbox_plugin_kit.data import template_directory
from netbox_plugin_kit.errors import UnavailableError, UsageError
from netbox_plugin_kit.scaffold.finishing import finish
from netbox_plugin_kit.scaffold.reading import read_spec

__all__ = ["generate"]


def generate(document: Mapping[str, Any], output: Path) -> Path:
    """Write the project that a document describes, and return its directory.

    It is made beside its place and moved there whole: an interrupted run leaves nothing, and what exists is never
    touched.

    Args:
        document: The specification's plain values, judged already.
        output: The directory to put it in; made if it is missing.

    Raises:
        UsageError: Its directory exists, or cannot be made.
        UnavailableError: Cookiecutter or ruff could not do its work.
    """
    from cookiecutter.exceptions import CookiecutterException

    # Its `main` would bring what fetches templates from elsewhere, half a second of imports.
    from cookiecutter.generate import generate_context, generate_files

    spec = read_spec(document)
    target = output / spec.name
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target} exists already; choose another --output or name, or remove it")
    with _workspace(output) as workspace:
        try:
            answers = {"_spec": json.dumps(document), "project": spec.name, "package": spec.package}
            made = generate_files(
                str(template_directory()),
                context=generate_context(str(template_directory() / "cookiecutter.json"), extra_context=answers),
                output_dir=str(workspace),
                # The hooks are for those who have cookiecutter alone: `finish()` is what they call.
                accept_hooks=False,
            )
            finish(Path(made))
        except CookiecutterException as error:
            raise UnavailableError(f"cookiecutter could not write {spec.name}: {error}") from error
        except subprocess.CalledProcessError as error:
            raise UnavailableError(
                f"ruff could not put {spec.name} in order (exit status {error.returncode})"
            ) from error
        Path(made).rename(target)
    return target


@contextlib.contextmanager
def _workspace(output: Path) -> Iterator[Path]:
    """A directory on the same disk as the project's place; what had to be made for it goes, too, if all fails."""
    missing = [place for place in (output, *output.parents) if not place.exists()]
    try:
        output.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=output, prefix=".npk-new-") as workspace:
            yield Path(workspace)
    except BaseException:
        for place in missing:
            with contextlib.suppress(OSError):
                place.rmdir()
        raise
