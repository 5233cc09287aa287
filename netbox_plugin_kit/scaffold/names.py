"""Which names a plugin can have, and the spellings of one name.

    package_name("core")            Refusal("`core` is a package of NetBox's own", suggestion="netbox_core")
    package_name("netbox_lists")    None: it can be used

Every function is pure and takes any text. A suggestion is always accepted by the function that made it. What is taken
is data (`reserved`), asked of NetBox 4.3 and later: a plugin that is generated for one release should live to see the
next ones. Models are judged together, in `model_names`; the other judgements are here.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator

from packaging.utils import canonicalize_name

from netbox_plugin_kit.scaffold.model_names import choice_set_name, model_names
from netbox_plugin_kit.scaffold.refusals import Refusal, is_keyword, is_snake, judged, shown
from netbox_plugin_kit.scaffold.reserved import reserved
from netbox_plugin_kit.scaffold.words import class_name, human, kebab, plural, snake, words

__all__ = [
    "Refusal",
    "base_url",
    "choice_set_name",
    "class_name",
    "distribution_name",
    "field_name",
    "human",
    "kebab",
    "model_names",
    "package_name",
    "plural",
    "setting_name",
    "snake",
    "words",
]

LONGEST_PACKAGE = 32
"""With the longest model name, a table name of 63 bytes: `<package>_<model>`."""

_LONGEST_DISTRIBUTION = 64
_LONGEST_FIELD = 60  # with `_id`, the column of a foreign key, PostgreSQL's 63
_LONGEST_SETTING = 60
_LONGEST_URL = 50

_PEP_508 = re.compile(r"[A-Z0-9]([A-Z0-9._-]*[A-Z0-9])?", re.IGNORECASE | re.ASCII)
_PATH = re.compile(r"[a-z0-9]+([_-][a-z0-9]+)*")
_TEST = re.compile(r"tests?|tests?_.*|.*_tests?")


def distribution_name(name: str) -> Refusal | None:
    """Can the project have this name on the package index?

    PEP 508 says which names there are, and the index writes all of them as PEP 503 does, so nothing else is accepted.
    It also takes no name of a module of the standard library.
    """
    return judged(name, _against_distribution, _distributions(name))


def _against_distribution(name: str) -> Iterator[str]:
    taken = reserved()
    if not name:
        yield "a project needs a name"
    if not _PEP_508.fullmatch(name):
        yield f"{shown(name)} is no name of a project: those are ASCII letters and digits with `-` between them"
    if (canonical := canonicalize_name(name)) != name:
        yield f"the package index would call {shown(name)} {shown(canonical)}"
    if len(name) > _LONGEST_DISTRIBUTION:
        yield f"{shown(name)} is longer than {_LONGEST_DISTRIBUTION} characters"
    if name in taken.kept["distributions.published"]:
        yield f"{shown(name)} is a plugin that is published already"
    if name in taken.kept["distributions.of_the_kit"]:
        yield f"{shown(name)} is this kit"
    if name in taken.netbox["distributions"]:
        yield f"{shown(name)} is a project that is installed with NetBox"
    if name.replace("-", "_") in taken.modules:
        yield f"{shown(name)} is a module of Python's standard library, whose names the package index refuses"
    if name.replace("-", "_") in taken.netbox["packages"]:
        yield f"{shown(name)} is a package of NetBox's own"


def _distributions(name: str) -> Iterator[str]:
    yield canonicalize_name(name)
    for text in (kebab(name), kebab(name)[:40].rstrip("-")):
        yield text
        if rest := text.removeprefix("netbox").strip("-"):
            yield from (f"netbox-{rest}", f"netbox-my-{rest}")
    yield "netbox-my-plugin"


def package_name(name: str) -> Refusal | None:
    """Can the plugin's package have this name, which is Django's label of the app, too?"""
    return judged(name, _against_package, _packages(name))


def _against_package(name: str) -> Iterator[str]:
    taken = reserved()
    yield from _against_snake(name, "a package", LONGEST_PACKAGE)
    if _TEST.fullmatch(name):
        yield f"{shown(name)} looks like tests, and test runners would collect it"
    reasons = {
        "is a package of NetBox's own": taken.netbox["packages"],
        "is a plugin that is published already": taken.kept["packages.published"],
        "is a package of this kit": taken.kept["packages.of_the_kit"],
        "is a module of Python's standard library": taken.modules,
        "is a package that is installed with NetBox": taken.netbox["installed"],
        "is the label of one of NetBox's Django apps": taken.netbox["labels"],
        "means something else in NetBox or Django": taken.kept["packages.misleading"],
    }
    yield from (f"{shown(name)} {reason}" for reason, names in reasons.items() if name in names)


def _packages(name: str) -> Iterator[str]:
    text = re.sub(r"^[\d_]+", "", snake(name))
    for plain in (text, re.sub(r"(^|_)tests?(?=_|$)", "", text).strip("_"), text[:20].rstrip("_")):
        yield plain
        if rest := plain.removeprefix("netbox").strip("_"):
            yield from (f"netbox_{rest}", f"netbox_my_{rest}")
    yield "netbox_my_plugin"


def field_name(name: str, *, base: str) -> Refusal | None:
    """Can a model's field have this name?

    Args:
        name: The field's.
        base: What the model is: `netbox`, `primary`, `organizational` or `nested`.

    Raises:
        KeyError: There is no such base.
    """
    return judged(name, functools.partial(_against_field, base=base), _fields(name))


_BASES = {
    "netbox": "NetBoxModel",
    "primary": "PrimaryModel",
    "organizational": "OrganizationalModel",
    "nested": "NestedGroupModel",
}


def _against_field(name: str, base: str) -> Iterator[str]:
    taken, model = reserved(), _BASES[base]
    yield from _against_snake(name, "a field", _LONGEST_FIELD)
    if name in taken.netbox[f"fields.{base}"]:
        yield f"{shown(name)} is a field, attribute or method that every {model} has"
    for mixin, names in taken.tables("features").items():
        if name in names:
            yield f"{shown(name)} is what NetBox's {mixin} gives a model"
    for beside, names in taken.tables("beside").items():
        if name in names:
            yield f"{shown(name)} is what NetBox's {beside} has under that name"
    if name in taken.kept["fields.parameters"]:
        yield f"{shown(name)} is a query parameter of NetBox's own, so that nothing could be filtered by it"
    if name in taken.kept["fields.class_body"]:
        yield f"{shown(name)} would hide what the rest of the model's class needs under that name"


def _fields(name: str) -> Iterator[str]:
    text = re.sub(r"^[\d_]+", "", snake(name))
    for plain in (text, text[:40].rstrip("_")):
        yield from (reserved().instead.get(plain, plain), f"{plain}_value", f"my_{plain}", f"my_{plain}_value")
    yield "my_value"


def setting_name(name: str) -> Refusal | None:
    """Can a key of PLUGINS_CONFIG have this name? NetBox takes any; Python's words for it are in lower case."""
    return judged(name, _against_setting, _fields(name))


def _against_setting(name: str) -> Iterator[str]:
    yield from _against_snake(name, "a setting", _LONGEST_SETTING)


def base_url(path: str) -> Refusal | None:
    """Can the plugin's pages be at /plugins/PATH/, and its API at /api/plugins/PATH/?"""
    return judged(path, _against_url, _urls(path))


def _against_url(path: str) -> Iterator[str]:
    if not path:
        yield "a plugin needs a path below /plugins/"
    if not _PATH.fullmatch(path):
        yield f"{shown(path)} is no part of a path: write lower-case ASCII words with `-` between them"
    if len(path) > _LONGEST_URL:
        yield f"{shown(path)} is longer than {_LONGEST_URL} characters"
    if path in reserved().netbox["urls"]:
        yield f"/api/plugins/{path}/ is NetBox's own"


def _urls(path: str) -> Iterator[str]:
    for text in (kebab(path), kebab(path)[:40].rstrip("-")):
        yield from (text, f"my-{text}")
    yield "my-plugin"


def _against_snake(name: str, what: str, longest: int) -> Iterator[str]:
    """What all names in snake_case must be: an ASCII identifier that Django takes, and no word of Python's."""
    if not name:
        yield f"{what} needs a name"
    if not name.isascii() or not re.fullmatch(r"\w+", name):
        yield f"{shown(name)} is not made of ASCII letters, digits and `_`"
    if not is_snake(name):
        why = "starts with a digit" if name[0].isdigit() else "is not in snake_case"
        ends = "`_` can neither be at an end nor twice in a row" if name.strip("_") != name or "__" in name else why
        yield f"{shown(name)}: {ends}" if ends is not why else f"{shown(name)} {why}"
    if is_keyword(name):
        yield f"{shown(name)} is a word of Python's"
    if len(name) > longest:
        yield f"{shown(name)} is longer than {longest} characters"
