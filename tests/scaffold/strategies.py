"""Specifications of all sorts: the format's own words in any combination, sensible or not."""

from __future__ import annotations

import copy
from typing import Any

from hypothesis import strategies as st

from netbox_plugin_kit.scaffold.specification import wrong

__all__ = ["accepted_documents", "documents", "words"]

names = st.sampled_from(
    ["name", "title", "rate", "color", "note", "pool", "place", "count", "status", "peer", "tags", "class"]
)
models = ["Pool", "AccessList", "IPPlan", "Lease", "Ledger"]
words = st.text(st.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=25) | st.sampled_from(
    ["it's", 'a "word"', "back\\slash\\", '"""', "100 %", "%(a)s", "<b>", "ü ß", "a" * 59]
)


def options(**known: st.SearchStrategy[Any]) -> st.SearchStrategy[dict[str, Any]]:
    always = {"type": known.pop("type")} | ({"to": known.pop("to")} if "to" in known else {})
    if "choices" in known:
        always["choices"] = known.pop("choices")
    return st.fixed_dictionaries(always, optional={"label": words, "help": words, "column": st.booleans(), **known})


targets = st.sampled_from([*models, "dcim.Site", "ipam.Prefix", "tenancy.Tenant", "dcim.Cable"])
common = {"required": st.booleans(), "unique": st.booleans()}
searched = {"search": st.integers(1, 9000)}
relation = {"to": targets, "tab": st.booleans(), "related_name": st.sampled_from(["xy_a", "xy_b", "xy_c"])}
colors = st.sampled_from(["red", "gray", None, {"label": "A"}, "pinkish"])
fields = st.one_of(
    options(type=st.just("char"), max_length=st.integers(1, 300), default=words, **common, **searched),
    options(type=st.just("text"), required=st.booleans(), markdown=st.booleans(), **searched),
    options(
        type=st.just("choice"),
        choices=st.dictionaries(st.sampled_from(["a", "b-c", "b_c", "10g", "v1.2", "Aa"]), colors, min_size=1),
        default=st.sampled_from(["a", "10g"]),
    ),
    options(type=st.just("integer"), min=st.integers(-9, 9), max=st.integers(0, 99), default=st.integers(), **common),
    options(
        type=st.just("decimal"), max_digits=st.integers(1, 20), min=st.floats(-9, 9), default=st.floats(), **common
    ),
    options(type=st.just("boolean"), default=st.booleans()),
    options(type=st.sampled_from(["date", "datetime", "mac-address", "ip-address", "ip-prefix", "url"]), **common),
    options(type=st.sampled_from(["json", "file"]), required=st.booleans()),
    options(type=st.sampled_from(["foreign-key", "one-to-one"]), required=st.booleans(), **relation),
    options(type=st.just("many-to-many"), **relation),
    options(type=st.just("generic"), to=st.lists(targets, min_size=1, max_size=3, unique=True), required=st.booleans()),
)
model = st.fixed_dictionaries(
    {"fields": st.dictionaries(names, fields, max_size=5)},
    optional={
        "base": st.sampled_from(["netbox", "primary", "organizational", "nested"]),
        "description": words,
        "verbose_name": words,
        "display": st.lists(names, min_size=1, max_size=2, unique=True),
        "ordering": st.lists(names, min_size=1, max_size=2, unique=True),
        "unique": st.lists(st.lists(names, min_size=2, max_size=2, unique=True), max_size=2),
        "contacts": st.booleans(),
        "image_attachments": st.booleans(),
        "actions": st.dictionaries(st.sampled_from(["approve", "close"]), st.fixed_dictionaries({"label": words})),
    },
)
documents = st.fixed_dictionaries(
    {"name": st.just("netbox-xy"), "models": st.dictionaries(st.sampled_from(models), model, max_size=3)},
    optional={
        "title": words,
        "description": words,
        "netbox": st.sampled_from(
            [{"min": "4.3"}, {"min": "4.5", "max": "4.6"}, {"min": "4.7"}, {"min": 4.4, "max": 4.5}]
        ),
        "features": st.dictionaries(
            st.sampled_from(["graphql", "rest_api", "bulk_edit", "search", "jobs", "middleware", "translations"]),
            st.booleans(),
        ),
    },
)


def _mended(values: dict[str, Any]) -> dict[str, Any]:
    """What is left of a document without everything that is refused, so that little of what is tried is thrown away."""
    kept = copy.deepcopy(values)
    while found := wrong(kept):
        _drop(kept, found[0].path)
    return kept


def _drop(values: Any, path: tuple[str | int, ...]) -> None:
    """Remove what a problem is about, or the innermost thing around it that is there."""
    first, *rest = path
    there = first in values if isinstance(values, dict) else isinstance(first, int) and first < len(values)
    assert there, f"{path} leads nowhere"
    inner = values[first]
    reachable = rest and (
        (isinstance(inner, dict) and rest[0] in inner)
        or (isinstance(inner, list) and isinstance(rest[0], int) and rest[0] < len(inner))
    )
    if reachable:
        _drop(inner, tuple(rest))
    else:
        del values[first]


accepted_documents = documents.map(_mended)
