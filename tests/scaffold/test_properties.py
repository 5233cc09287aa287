# ruff: noqa: PT017 - most of what is tried is accepted, so no exception can be expected
"""Whatever is said: a project that compiles and that ruff has nothing against, or one line."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from pathlib import Path
from typing import Any

import yaml
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold.document import Document, assignment
from netbox_plugin_kit.scaffold.generating import generate
from netbox_plugin_kit.scaffold.questions import answered
from netbox_plugin_kit.scaffold.specification import accepted, specified
from tests.scaffold.strategies import accepted_documents, documents, words

GENERATED = settings(
    max_examples=12, deadline=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # a second an example: what fails is small enough
)  # fmt: skip
FAST = settings(max_examples=100, deadline=None, suppress_health_check=list(HealthCheck))

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
@given(accepted_documents)
def test_what_is_accepted_compiles_and_ruff_agrees(values: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as directory:
        project = generate(values, Path(directory))
        for path in project.rglob("*.py"):
            compile(path.read_text(encoding="utf-8"), path, "exec")
        ruff = [sys.executable, "-m", "ruff", "check", "--no-cache", "--output-format", "concise", str(project)]
        done = subprocess.run(ruff, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stdout
