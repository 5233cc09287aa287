"""The comments of a file, in whatever language it is written; a text that looks like one is none."""

from __future__ import annotations

import re
import tokenize
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import takewhile

from netbox_plugin_kit.linting.sources import Source

__all__ = ["Comment", "Comments", "comments_of", "has_comments"]


@dataclass(frozen=True, slots=True)
class Comment:
    """One comment, or one of several on a line that each begin with `# `.

    Attributes:
        start: Offset of its first character, its mark.
        end: Offset behind its last one.
        text: What it says, without its marks.
    """

    start: int
    end: int
    text: str


@dataclass(frozen=True, slots=True)
class Comments:
    """The comments of a file.

    Attributes:
        items: All of them, in their order.
        begins: Python: for every further line of a statement, the one it begins in.
    """

    items: tuple[Comment, ...] = ()
    begins: Mapping[int, int] = field(default_factory=dict)


# What is opened and never closed goes to the end: looking for its end again and again would take for ever.
_QUOTED = r'"(?:\\.|[^"\\\n])*"' + r"|'(?:\\.|[^'\\\n])*'"
_TOML = re.compile(
    r'''"""(?:\\.|[^\\])*?"{3,5}|"(?:\\.|[^"\\\n])*"|''' + r"""'''.*?'{3,5}|'[^'\n]*'|(?P<comment>#[^\r\n]*)""",
    re.DOTALL,
)
_SCRIPT = re.compile(rf"{_QUOTED}|`(?:\\.|[^`\\])*`|(?P<comment>/\*.*?(?:\*/|\Z)|//[^\r\n]*)", re.DOTALL)
_STYLE = re.compile(rf"{_QUOTED}|(?P<comment>/\*.*?(?:\*/|\Z))", re.DOTALL)
_MARKUP = re.compile(
    r"\{%\s*verbatim.*?(?:\{%\s*endverbatim|\Z)|(?P<comment>\{#[^\r\n]*?(?:#\}|$)|<!--.*?(?:-->|\Z))",
    re.DOTALL | re.MULTILINE,
)
_WHOLE_LINE = re.compile(r"^[^\S\r\n]*(?P<comment>[#;][^\r\n]*)", re.MULTILINE)
_FURTHER = re.compile(r"(?<!\s)\s+(?=#\s)")
_MARKS = re.compile(r"\A(?:\{#|<!--|/\*|//)|(?:#\}|-->|\*/)\Z")


def _python(source: Source) -> Comments:
    found: list[Comment] = []
    begins: dict[int, int] = {}
    first = 0
    # A null byte ends Python's interest, and Python 3.12 with a SystemError.
    lines = (f"{line}\n" for line in takewhile(lambda line: "\0" not in line, source.lines))
    try:
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            line, column = token.start
            if token.type == tokenize.COMMENT:
                found += _pieces(source.start(line) + column, token.string)
            elif token.type == tokenize.NEWLINE:
                begins.update(dict.fromkeys(range(first + 1, line + 1), first))
                first = 0
            elif token.type not in _BETWEEN:
                first = first or line
    except (tokenize.TokenError, SyntaxError):
        pass  # the parser has said so; comments up to there count
    return Comments(tuple(found), begins)


_BETWEEN = {tokenize.NL, tokenize.INDENT, tokenize.DEDENT, tokenize.ENDMARKER}


def _pieces(start: int, text: str) -> Iterator[Comment]:
    """`# noqa # npk: ignore[...] reason` is two comments."""
    ends = [*(match.start() for match in _FURTHER.finditer(text)), len(text)]
    for begin, end in zip([0, *ends], ends, strict=False):
        piece = text[begin:end]
        lead = len(piece) - len(piece.lstrip())
        yield Comment(start + begin + lead, start + end, piece.strip().lstrip("#;").strip())


def _yaml(source: Source) -> Comments:
    import yaml

    within: list[range] = []
    try:
        for token in yaml.scan(source.text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.ScalarToken):
                within += [range(token.start_mark.index, token.end_mark.index)]
    except yaml.YAMLError:
        pass  # comments up to there count
    found: list[Comment] = []
    for match in re.finditer(r"(?:^|(?<=\s))#[^\r\n]*", source.text, re.MULTILINE):
        if not any(match.start() in scalar for scalar in within):
            found += _pieces(match.start(), match[0])
    return Comments(tuple(found))


def _by(pattern: re.Pattern[str]) -> Callable[[Source], Comments]:
    def read(source: Source) -> Comments:
        found: list[Comment] = []
        for match in pattern.finditer(source.text):
            text = match["comment"]
            if text is None or (text.startswith("{#") and not text.endswith("#}")):
                continue
            if text[0] in "#;":
                found += _pieces(match.start("comment"), text)
            else:
                found.append(Comment(match.start("comment"), match.end("comment"), _MARKS.sub("", text).strip()))
        return Comments(tuple(found))

    return read


_READERS: dict[str, Callable[[Source], Comments]] = {
    ".py": _python,
    ".toml": _by(_TOML),
    ".yaml": _yaml,
    ".yml": _yaml,
    ".html": _by(_MARKUP),
    ".htm": _by(_MARKUP),
    ".xml": _by(_MARKUP),
    ".svg": _by(_MARKUP),
    ".md": _by(_MARKUP),
    ".txt": _by(_MARKUP),
    ".js": _by(_SCRIPT),
    ".ts": _by(_SCRIPT),
    ".css": _by(_STYLE),
    ".scss": _by(_SCRIPT),
    ".cfg": _by(_WHOLE_LINE),
    ".in": _by(_WHOLE_LINE),
}


def _reader(name: str) -> Callable[[Source], Comments] | None:
    last = name.rpartition("/")[2].lower()
    if "dockerfile" in last or "containerfile" in last:
        return _by(_WHOLE_LINE)  # Docker knows no comment behind an instruction
    return _READERS.get(f".{last.rpartition('.')[2]}")


def has_comments(name: str) -> bool:
    """Whether a file of this name is in a language whose comments are known."""
    return _reader(name) is not None


def comments_of(source: Source) -> Comments:
    """The comments of a file; none where its language is not known."""
    reader = _reader(source.name)
    return reader(source) if reader is not None else Comments()
