# ruff: noqa: PT017 - most of what is tried is accepted, so no exception can be expected
"""Whatever is said: a project that compiles and that ruff has nothing against, or one line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold.document import Document, assignment
from netbox_plugin_kit.scaffold.generating import generate
from netbox_plugin_kit.scaffold.questions import answered
from netbox_plugin_kit.scaffold.specification import accepted, specified

GENERATED = settings(max_examples=12, deadline=None, suppress_health_check=list(HealthCheck))
FAST = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))

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
anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False, allow_infinity=False) | words,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(words, inner, max_size=3),
    max_leaves=12,
)


def judged(document: Document) -> dict[str, Any] | None:
    """The values of what is accepted; what is refused is told in one line."""
    try:
        return accepted(document)
    except UsageError as error:
        assert str(error).isprintable()
        return None


@FAST
@given(documents)
def test_every_specification_is_accepted_or_refused_in_one_line(values: dict[str, Any]) -> None:
    judged(Document(values))


@FAST
@given(st.sampled_from(["name", "title", "models", "netbox", "settings", "menu", "author", "languages"]), anything)
def test_every_value_is_accepted_or_refused_in_one_line(key: str, value: object) -> None:
    judged(Document({"name": "netbox-xy", key: value}))


@FAST
@given(words, words, words)
def test_every_name_is_accepted_or_refused_in_one_line(name: str, model_name: str, field: str) -> None:
    judged(Document({"name": name, "models": {model_name: {"fields": {field: {}}}}, "settings": {field: {}}}))


@FAST
@given(st.sampled_from(["title", "name", "package", "author.name"]), words)
def test_every_answer_is_accepted_or_refused_in_one_line(key: str, value: str) -> None:
    judged(answered([(key, value)]))


@FAST
@given(st.text(max_size=60) | anything.map(lambda value: yaml.safe_dump(value, allow_unicode=True)))
def test_every_file_is_accepted_or_refused_in_one_line(text: str) -> None:
    with tempfile.TemporaryDirectory() as directory:
        path = Path(directory) / "plugin.yaml"
        path.write_bytes(text.encode("utf-8", "surrogatepass"))
        try:
            accepted(specified(path, []))
        except UsageError as error:
            assert str(error).isprintable()


@FAST
@given(st.text(max_size=40))
def test_every_set_is_accepted_or_refused_in_one_line(text: str) -> None:
    try:
        judged(Document({"name": "netbox-xy"}).with_value(*assignment(text)))
    except UsageError as error:
        assert str(error).isprintable()


@GENERATED
@given(documents.filter(lambda values: judged(Document(values)) is not None))
def test_what_is_accepted_compiles_and_ruff_agrees(values: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        project = generate(values, Path(directory))
        for path in project.rglob("*.py"):
            compile(path.read_text(encoding="utf-8"), path, "exec")
        ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", str(project)]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
