"""Names of a plugin's classes: its models, judged together, and its choice sets."""

from __future__ import annotations

import builtins
import functools
import itertools
import re
from collections.abc import Iterator, Sequence

from netbox_plugin_kit.scaffold.refusals import Refusal, is_keyword, judged, shown
from netbox_plugin_kit.scaffold.reserved import reserved
from netbox_plugin_kit.scaffold.words import class_name, kebab, plural

__all__ = ["LONGEST_MODEL", "choice_set_name", "model_names"]

LONGEST_MODEL = 30
"""With the longest package name, a table name of 63 bytes; permissions (`view_<model>`) could have 100."""

_LONGEST_CHOICES = 60
_CAP_WORDS = re.compile(r"[A-Z][A-Za-z0-9]*")
_TEST = re.compile(r"Tests?(?![a-z])")


def model_names(names: Sequence[str]) -> Iterator[tuple[str, Refusal]]:
    """Which of a plugin's models cannot have their names, and why, in their order.

    GraphQL types and components of the REST API's schema have no name space: a second GraphQL type of a name raises
    strawberry's DuplicatedTypeName, which keeps NetBox from starting, and of two components of a name
    drf-spectacular drops one, with a warning. So a plugin has no model of the name of one of NetBox's. Django
    compares names of models in lower case.
    """
    for place, name in enumerate(names):
        objections = functools.partial(_against_among, earlier=names[:place], later=names[place + 1 :])
        if refusal := judged(name, objections, _models(name, [*names[:place], *names[place + 1 :]])):
            yield name, refusal


def choice_set_name(name: str) -> Refusal | None:
    """Can a choice set have this name? Its GraphQL enumeration is `<Name>Enum`, of which NetBox has its own."""
    return judged(name, _against_choices, _choices(name))


def _against(name: str) -> Iterator[str]:
    """What stands against a model's name whatever the others are."""
    taken = reserved()
    yield from _against_class(name, "a model", LONGEST_MODEL)
    if name in taken.netbox["models"]:
        yield f"{shown(name)} is a model of NetBox's own, with the GraphQL type `{name}Type` and the API's `{name}`"
    if name in taken.kept["models.imported"]:
        yield f"{shown(name)} is what a models.py imports under that name"
    if name in taken.netbox["graphql"]:
        yield f"NetBox's GraphQL schema has a type `{name}Type` or `{name}Filter` of its own"
    if name in taken.netbox["openapi"]:
        yield f"NetBox's REST API has a component {shown(name)} of its own"
    if _TEST.match(name):
        yield f"{shown(name)} looks like a test, and pytest would try to collect it"


def _against_class(name: str, what: str, longest: int) -> Iterator[str]:
    if not name:
        yield f"{what} needs a name"
    if not name.isascii() or not name.isalnum():
        yield f"{shown(name)} is not made of ASCII letters and digits"
    if not _CAP_WORDS.fullmatch(name):
        yield f"{shown(name)} is not in CapWords"
    if is_keyword(name):
        yield f"{shown(name)} is a word of Python's"
    if hasattr(builtins, name):
        yield f"{shown(name)} is a builtin of Python's"
    if len(name) > longest:
        yield f"{shown(name)} is longer than {longest} characters"


def _against_among(name: str, earlier: Sequence[str], later: Sequence[str]) -> Iterator[str]:
    """Of two that collide the later one is refused, unless the earlier one's name is made from the later one's."""
    yield from _against(name)
    yield from filter(None, (_same(name, other) for other in earlier))
    yield from filter(None, (_made_from(name, other) for other in (*earlier, *later)))


def _same(name: str, other: str) -> str | None:
    if name == other:
        return f"{shown(name)} is there twice"
    if name.lower() == other.lower():
        return f"Django does not tell {shown(name)} from {shown(other)}: it compares names of models in lower case"
    path = _path(name)
    if path and path == _path(other):
        return f"{shown(name)} and {shown(other)} would both be at `{path}/`"
    return None


def _made_from(name: str, other: str) -> str | None:
    """Would a class that is generated for both have the same name? The longer name gives way."""
    if len(name) <= len(other) or not name.startswith(other):
        return None
    both = sorted(_generated(name) & _generated(other), key=lambda text: (len(text), text))
    return f"{shown(both[0])} is a class that is generated for {shown(other)}, too" if both else None


def _generated(name: str) -> set[str]:
    return {f"{name}{suffix}" for suffix in reserved().kept["models.generated"]}


def _path(name: str) -> str:
    return plural(kebab(name))


def _models(name: str, others: Sequence[str]) -> Iterator[str]:
    """Names to suggest: none for which another one would have to be refused."""
    for candidate in _like(name):
        if not any(_same(candidate, other) or _made_from(other, candidate) for other in others):
            yield candidate


def _like(name: str) -> Iterator[str]:
    plain = class_name(name).lstrip("0123456789")
    without_test = _TEST.sub("", plain)
    yield plain
    yield re.sub(r"Type$", "Kind", plain)
    if without_test != plain:
        yield f"{without_test}Test"
    for text, end in itertools.product((plain, without_test), ("Record", "Entry", "Item")):
        yield f"{text[: LONGEST_MODEL - len(end)]}{end}"
    yield from (f"{without_test[: LONGEST_MODEL - 10]}Record{number}" for number in range(2, 100))


def _against_choices(name: str) -> Iterator[str]:
    yield from _against_class(name, "a choice set", _LONGEST_CHOICES)
    if not name.endswith("Choices") or name == "Choices":
        yield f"{shown(name)} does not end in `Choices` after what is chosen"
    if name in reserved().netbox["choices"]:
        enum = name.removesuffix("Choices") + "Enum"
        yield f"{shown(name)} is a choice set of NetBox's own, and so is the GraphQL enumeration `{enum}`"


def _choices(name: str) -> Iterator[str]:
    plain = class_name(name).lstrip("0123456789").removesuffix("Choices")
    for text in (plain, plain[: _LONGEST_CHOICES - 20]):
        yield from (f"{text}Choices", f"{text}ValueChoices", f"My{text}Choices")
    yield "ValueChoices"
