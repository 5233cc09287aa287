"""From a specification to a project on disk, by way of cookiecutter."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from netbox_plugin_kit.data import template_directory
from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold.reading import read_spec

__all__ = ["generate"]


def generate(document: Mapping[str, Any], output: Path) -> Path:
    """Write the project that a document describes, and return its directory.

    It is made elsewhere and moved into place whole: an interrupted run leaves nothing, and what exists is never
    touched.

    Args:
        document: The specification's plain values, judged already.
        output: The directory to put it in; made if it is missing.

    Raises:
        UsageError: Its directory exists.
    """
    from cookiecutter.main import cookiecutter

    spec = read_spec(document)
    target = output / spec.name
    if target.exists() or target.is_symlink():
        raise UsageError(f"{target} exists already; choose another --output or name, or remove it")
    output.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=output, prefix=".npk-new-") as workspace:
        made = cookiecutter(
            str(template_directory()),
            no_input=True,
            output_dir=workspace,
            extra_context={"_spec": json.dumps(document), "project": spec.name, "package": spec.package},
            default_config=True,
        )
        Path(made).rename(target)
    return target
