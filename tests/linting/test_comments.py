"""What is a comment, in whatever language; and that looking for them comes to an end."""

from __future__ import annotations

import io
import time
import tokenize
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbox_plugin_kit.linting.comments import comments_of, has_comments
from netbox_plugin_kit.linting.sources import Source

NAMES = ["a.py", "a.toml", "a.yml", "a.html", "a.js", "a.css", "a.md", "setup.cfg", "Dockerfile", "a.png", "README"]


def texts(name: str, text: str) -> list[str]:
    return [comment.text for comment in comments_of(Source(Path(name), name, text)).items]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.py", "x = '# no'  # yes # too #12 of them\n#also\n", ["yes", "too #12 of them", "also"]),
        ("a.py", "f'''# no {1} # no'''\nx = 1 #\n", [""]),
        ("a.py", "# yes\nx = '\0'\n# no\n", ["yes"]),
        ("a.toml", "a = \"# no \\\" # no\" # yes\nb = '# no \\'# yes\nc = '''\n# no'''\n", ["yes", "yes"]),
        ("a.toml", 'a = """\n# no \\""" # no"""# yes', ["yes"]),
        ("a.yaml", "a: '# no' # yes\nb: x# no\nc: |\n  # no\n# yes\n", ["yes", "yes"]),
        ("a.html", "{# yes #}{{ '#' }}<!-- and\nyes --> {# no\n#}<p># no</p>", ["yes", "and\nyes"]),
        ("a.html", "{% verbatim %}{# no #}{% endverbatim %}{# yes #}", ["yes"]),
        ("a.js", "a = '// no' // yes\nb = `/* no */ ${c}` /* yes */\n", ["yes", "yes"]),
        ("a.css", "a { content: '/* no */' } /* yes */ b: url(http://no)", ["yes"]),
        ("setup.cfg", "a = b # no\n# yes\n ; yes\n", ["yes", "yes"]),
        ("deploy/Dockerfile.dev", "RUN true # no\n# yes\n", ["yes"]),
    ],
)
def test_comments(name: str, text: str, expected: list[str]) -> None:
    assert texts(name, text) == expected


def test_what_has_no_comments() -> None:
    assert [name for name in NAMES if not has_comments(name)] == ["a.png", "README"]
    assert texts("a.png", "# no") == []


bits = st.sampled_from(
    ["#", "# ", "'", '"', "'''", '"""', "\\", "\n", "\r\n", "\r", " ", "/*", "*/", "//", "{#", "#}", "<!--", "-->", "`",
     "{% verbatim %}", "{% endverbatim %}", "a: |\n  ", "- ", "é", "\x0c", "\x00", ";", "x", "(", ")", ":"]
)  # fmt: skip


@given(st.sampled_from(NAMES), st.lists(bits, max_size=40).map("".join))
def test_whatever_is_written_comments_lie_where_they_say(name: str, text: str) -> None:
    last = 0
    for comment in comments_of(Source(Path(name), name, text)).items:
        assert last <= comment.start < comment.end <= len(text)
        assert comment.text in text[comment.start : comment.end]
        last = comment.end


@given(st.lists(bits.filter(lambda bit: bit != "\0"), max_size=40).map("".join))
def test_of_python_they_are_what_python_says(text: str) -> None:
    source = Source(Path("a.py"), "a.py", text)
    try:
        tokens = list(tokenize.generate_tokens(io.StringIO("\n".join(source.lines)).readline))
    except (tokenize.TokenError, SyntaxError):
        return
    expected = {token.start[0] for token in tokens if token.type == tokenize.COMMENT}
    assert {source.place_of(comment.start).line for comment in comments_of(source).items} == expected


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize(
    "piece",
    ["/*", "<!--", "{#", "{% verbatim %}", '"', "'", '"""', "'''", "`", "\\", "# ", " ", "#" + " " * 99, "# npk:"],
)
@pytest.mark.parametrize("end", ["", "\n"])
def test_nothing_takes_for_ever(name: str, piece: str, end: str) -> None:
    text = "# npk: " + (piece + end) * (200_000 // len(piece + end))
    begun = time.process_time()
    comments_of(Source(Path(name), name, text))
    assert time.process_time() - begun < 10
