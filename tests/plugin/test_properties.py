"""Whatever an author writes: literals come back as they are, and junk is never more than a wrong input."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from hypothesis import example, given
from hypothesis import strategies as st

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import Plugin, read_project

leaves = st.none() | st.booleans() | st.integers(-(2**64), 2**64) | st.text()
literals = st.recursive(
    leaves, lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4), max_leaves=12
)
# Enough of the language for texts that are nearly plugins.
WORDS = """
config = class C(PluginConfig): from import . * netbox.plugins try: except: if else: x [ ] { } ( ) , 1 'a' + %
**{} lambda: for in with as @ async def _ f'{x!r:>9}' .join .format str map 10**9
"""
words = st.sampled_from([*WORDS.split(), "\n", "\n    "])
junk = st.text() | st.lists(words).map(" ".join)


@contextlib.contextmanager
def _project(source: bytes, name: str = "__init__.py") -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as directory:
        package = Path(directory, "netbox_example")
        package.mkdir()
        (package / "__init__.py").write_text("from .other import config\n")
        (package / name).write_bytes(source)
        yield Path(directory)


@given(st.dictionaries(st.sampled_from(["default_settings", "queues", "author", "other"]), literals))
def test_literal_attributes_come_back(attributes: dict[str, object]) -> None:
    body = "".join(f"    {name} = {value!r}\n" for name, value in attributes.items())
    source = f"from netbox.plugins import PluginConfig\nclass C(PluginConfig):\n    pass\n{body}config = C\n"

    with _project(source.encode("utf-8", "surrogatepass")) as root:
        assert read_project(root).attributes == attributes


@given(junk, st.sampled_from(["__init__.py", "other.py"]))
@example("config = " + "(" * 500 + ")" * 500, "__init__.py")
@example("x = " + "-" * 50_000 + "1\nconfig = x", "__init__.py")
@example("config = " + "+".join(["a"] * 20_000), "__init__.py")
@example(f"import {'a' * 300} as config", "__init__.py")
@example("from . import config", "other.py")
@example("config = '\\d'\0", "other.py")
def test_junk_is_a_wrong_input(source: str, name: str) -> None:
    with _project(source.encode("utf-8", "replace"), name) as root:
        assert isinstance(_read(root), Plugin | UsageError)


@given(st.binary(), st.sampled_from(["pyproject.toml", "setup.cfg", "setup.py", "PKG-INFO"]))
def test_junk_metadata_are_a_wrong_input(content: bytes, name: str) -> None:
    config = b"from netbox.plugins import PluginConfig\nclass config(PluginConfig): pass\n"
    with _project(config) as root:
        (root / name).write_bytes(content)
        assert isinstance(_read(root), Plugin | UsageError)


def _read(root: Path) -> Plugin | UsageError:
    try:
        return read_project(root)
    except UsageError as error:
        return error
