"""Whatever a plugin's files hold: the linter comes to an end, says where, and runs none of it."""

from __future__ import annotations

import ast
import shutil
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from netbox_plugin_kit.linting.run import LintResult, Options, lint
from tests.rules.running import CASES

_PACKAGE = "netbox_example"
_PLACES = (
    "models.py",
    "views.py",
    "migrations/0001_initial.py",
    "template_content.py",
    "search.py",
    "graphql/schema.py",
)


def _statements() -> list[str]:
    """The statements of all rule cases: what rules look for, and what looks like it."""
    found = set()
    for path in sorted(CASES.glob("NBP*/*/**/*.py")):
        try:
            tree = ast.parse(path.read_bytes())
        except (SyntaxError, ValueError):
            continue
        found |= {ast.unparse(node) for node in tree.body}
    return sorted(found)


STATEMENTS = _statements()

HEADS = (
    "def work(apps, schema_editor, *models, **settings):",
    "class Meta(Device, metaclass=Site):",
    "for model in (Device, Site, *MODELS, work):",
    "if settings.DEBUG:",
    "with override_settings(DEBUG=True) as registry:",
    "async def ready(self):",
    "while (urlpatterns := work(urlpatterns)):",
)


def _chosen(number: int) -> str:
    return STATEMENTS[number]


def _after(one: str, other: str) -> str:
    return f"{one}\n{other}"


def _inside(head: int, body: str) -> str:
    return f"{HEADS[head]}\n" + "\n".join(f"    {line}" for line in body.splitlines())


statement = st.integers(0, len(STATEMENTS) - 1).map(_chosen)
nested = st.recursive(
    statement,
    lambda inner: st.builds(_after, inner, inner) | st.builds(_inside, st.integers(0, len(HEADS) - 1), inner),
    max_leaves=20,
)


def _linted(files: dict[str, bytes]) -> LintResult:
    with tempfile.TemporaryDirectory() as directory:
        root = Path(directory) / "plugin"
        shutil.copytree(CASES / "base", root)
        for name, content in files.items():
            path = root / _PACKAGE / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        return lint(root, Options())


def _has_places(result: LintResult) -> bool:
    return all(each.finding.message and each.finding.code for each in result.violations)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])
@given(st.dictionaries(st.sampled_from(_PLACES), nested, min_size=1, max_size=4))
def test_any_mixture_of_what_plugins_do_is_read_to_its_end(sources: dict[str, str]) -> None:
    result = _linted({name: source.encode() for name, source in sources.items()})

    assert _has_places(result)


@settings(max_examples=60, deadline=None)
@given(st.sampled_from(_PLACES), st.one_of(st.binary(max_size=200), st.text(max_size=200).map(str.encode)))
def test_any_content_gives_a_result(name: str, content: bytes) -> None:
    assert _has_places(_linted({name: content}))


@settings(max_examples=30, deadline=None)
@given(
    st.sampled_from(["(", "[", "-", "not ", "a.", "f(", "{1:", "lambda: ", "x if y else ", "a + "]),
    st.integers(1, 3000),
)
def test_deep_nesting_gives_a_result(opening: str, depth: int) -> None:
    closing = {"(": ")", "[": "]", "f(": ")", "{1:": "}"}.get(opening, "")
    source = f"settings.DEBUG = {opening * depth}x{closing * depth}\n"

    assert _has_places(_linted({"models.py": source.encode()}))


def test_nothing_of_the_plugin_is_run(tmp_path: Path) -> None:
    mark = tmp_path / "ran"
    source = f"open({str(mark)!r}, 'w').close()\n"

    result = _linted({"models.py": source.encode(), "conftest.py": source.encode(), "__init__.py": source.encode()})

    assert _has_places(result)
    assert not mark.exists()
