"""What a path outside the project leads to: a model of core, something of core at all, Django's settings."""

from __future__ import annotations

import re
from typing import NamedTuple

from netbox_plugin_kit.releases.core import Core, CoreModel

__all__ = ["SETTINGS", "Model", "is_core", "model_in", "settings_member", "top_of"]

SETTINGS = "django.conf.settings"
_EVERY_MODEL = re.compile(r"django\.apps\.apps\.get_models\(\)\[\*\]")
_EVERY_OF_APP = re.compile(r"django\.apps\.apps\.get_app_config\((\w+)\)\.(?:get_models\(\)|models\.values\(\))\[\*\]")
_MODULES = re.compile(r"(?:sys\.modules\[)?netbox\.settings(?:\])?")


class Model(NamedTuple):
    """A model of core at the start of a path.

    Attributes:
        label: `dcim.Device`; for a loop over models, words such as "every model of dcim".
        rest: What follows: empty for the class itself, `._meta.ordering`, `.objects`.
    """

    label: str
    rest: str

    @property
    def is_class(self) -> bool:
        """Whether it is the class or something that belongs to it: not an object, not a query set."""
        return "(" not in self.rest.replace("._meta.get_field()", "").replace("._meta.get_fields()[*]", "")


def model_in(path: str, core: Core) -> Model | None:
    """The model of core that a path starts with, by the longest name that fits."""
    if match := _EVERY_MODEL.match(path):
        return Model("every model, core's among them", path[match.end() :])
    if match := _EVERY_OF_APP.match(path):
        return Model(f"every model of {match[1]}", path[match.end() :]) if match[1] in core.packages else None
    top = top_of(path)
    if top not in core.packages and not path.startswith("django.contrib."):
        return None
    head = re.match(r"[\w.]+", path)
    parts = head[0].split(".") if head else []
    for length in range(len(parts), 1, -1):
        dotted = ".".join(parts[:length])
        if "models" in parts[:length] and (model := _model(dotted, core)) is not None:
            return Model(model.label, path[len(dotted) :])
    return None


def _model(dotted: str, core: Core) -> CoreModel | None:
    """A model by its path, or as `get_model("dcim", "device")` gave it, in lower case."""
    app, _, name = dotted.partition(".models.")
    return core.model_named(dotted) or (core.model_named(f"{app}.{name}") if name.islower() else None)


def top_of(path: str) -> str:
    """The top-level package of a path."""
    return re.split(r"[.(\[]", path, maxsplit=1)[0]


def is_core(path: str, core: Core) -> bool:
    """Whether a path leads into one of NetBox's own packages."""
    return top_of(path) in core.packages


def settings_member(path: str) -> str | None:
    """The setting that a path leads to, empty for the settings as a whole; None when it leads elsewhere."""
    if path == SETTINGS or path.startswith((f"{SETTINGS}.", f"{SETTINGS}[")):
        rest = path[len(SETTINGS) :]
    elif match := _MODULES.match(path):
        rest = path[match.end() :]
        if rest and rest[0] not in ".[":
            return None
    else:
        return None
    return re.split(r"[.(\[]", rest.lstrip(".["), maxsplit=1)[0].rstrip("]")
