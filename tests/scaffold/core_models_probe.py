# ruff: noqa: SLF001, T201 - what is asked for has no public name, and the answer is printed
"""What models a NetBox release has that a plugin can lead to: run by that NetBox's own Python, prints JSON.

python core_models_probe.py DIRECTORY SETTING     as names_probe.py takes them
"""

from __future__ import annotations

import functools
import json
import re
import sys
from pathlib import Path
from typing import Any

from names_probe import attributes, packages, start  # type: ignore[import-not-found] # it is beside this file


def reachable(model: Any) -> bool:
    """Is there what a form, a page, the REST API and GraphQL need of a related model?"""
    needed = ("Serializer", "ViewSet", "Type", "Filter", "Table", "FilterSet", "View", "ListView")
    return {f"{model.__name__}{suffix}" for suffix in needed} <= classes(apps_directory(model))


@functools.cache
def classes(directory: Path) -> set[str]:
    """The classes of an app, read and not imported: some of its modules ask the database at once."""
    texts = (path.read_text(encoding="utf-8") for path in directory.rglob("*.py"))
    return {name for text in texts for name in re.findall(r"^class (\w+)", text, re.MULTILINE)}


def apps_directory(model: Any) -> Path:
    """Where an app is."""
    return Path(sys.modules[model.__module__.partition(".")[0]].__file__ or "").parent


def taken(model: Any) -> list[str]:
    """What an accessor of a plugin's must not be called: fields, other accessors, attributes of its own."""
    fields = model._meta.get_fields()
    columns = {getattr(field, "attname", field.name) for field in fields}
    names = {field.name for field in fields} | columns | set(dir(model)) - _EVERYWHERE
    return sorted(name for name in names if name and not name.startswith("_") and not name.endswith("+"))


_EVERYWHERE: set[str] = set()


def main(directory: Path) -> None:
    """Print it all."""
    start(directory)
    from django.apps import apps
    from netbox.models import NetBoxModel

    _EVERYWHERE.update(attributes(NetBoxModel))
    own = packages()
    models = [model for model in apps.get_models() if model.__module__.partition(".")[0] in own]
    print(
        json.dumps({f"{model._meta.app_label}.{model.__name__}": taken(model) for model in models if reachable(model)})
    )


if __name__ == "__main__":
    main(Path(sys.argv[1]))
