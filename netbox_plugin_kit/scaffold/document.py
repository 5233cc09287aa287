"""A specification as it was given: a YAML file and `--set`, read with the places of all values.

Shapes are for `validation.py`, what makes sense for `judging/`.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold import problems
from netbox_plugin_kit.scaffold.problems import Problem, quoted

__all__ = ["Document", "assignment", "read_document"]

_LARGEST = 20_000
"""Values: aliases of aliases make a small file endless."""


@dataclass(frozen=True, slots=True)
class Document:
    """Plain values, and where each was said.

    Attributes:
        values: What JSON can hold, as deep as it was given.
        source: The file's name as it was given; empty if there is none.
        lines: The line of each value in the file.
        options: The KEY of `--set` that gave a value.
    """

    values: dict[str, Any]
    source: str = ""
    lines: Mapping[problems.Path, int] = field(default_factory=dict)
    options: Mapping[problems.Path, str] = field(default_factory=dict)

    def with_value(self, key: str, value: Any) -> Document:
        """The document with one value more, or another one; a dot leads into a mapping.

        Raises:
            UsageError: The key leads through something that is no mapping.
        """
        path = tuple(key.split("."))
        values: dict[str, Any] = json.loads(json.dumps(self.values))
        place = values
        for depth, part in enumerate(path[:-1], 1):
            if place.get(part) is None:
                place[part] = {}
            place = place[part]
            if not isinstance(place, dict):
                raise UsageError(f"--set {key}: `{'.'.join(path[:depth])}` is no mapping; give all of it at once")
        place[path[-1]] = value
        return Document(values, self.source, self.lines, {**self.options, path: key})

    def describe(self, found: Iterable[Problem]) -> str | None:
        """The mistakes in one line: the first, where it is, and how many more there are; None if there are none."""
        listed = sorted(dict.fromkeys(found), key=lambda problem: self._line(problem.path))
        if not listed:
            return None
        more = f" (and {len(listed) - 1} more)" if len(listed) > 1 else ""
        return f"{self._place(listed[0].path)}: {listed[0].message}{more}"

    def _line(self, path: problems.Path) -> int:
        return self.lines.get(self._known(path, self.lines), 0)

    def _place(self, path: problems.Path) -> str:
        option, line = self._known(path, self.options), self._known(path, self.lines)
        dotted = ".".join(part if isinstance(part, str) else str(part + 1) for part in path)
        where = _printable(dotted)
        if option in self.options and len(option) >= len(line):
            return f"--set {where}"
        if line in self.lines:
            return f"{self.source}:{self.lines[line]}: {where}" if where else f"{self.source}:{self.lines[line]}"
        return f"{self.source}: {where}" if self.source and where else where or self.source or "the specification"

    @staticmethod
    def _known(path: problems.Path, places: Mapping[problems.Path, Any]) -> problems.Path:
        """The longest beginning of a path whose place is known."""
        return next((path[:end] for end in range(len(path), 0, -1) if path[:end] in places), ())


def _printable(text: str) -> str:
    shown = text if text.isprintable() else ascii(text)
    return shown if len(shown) <= 200 else f"{shown[:200]}..."  # noqa: PLR2004 - what is still one line


def read_document(path: Path) -> Document:
    """A specification from a file.

    Raises:
        UsageError: It cannot be read, or is no mapping of plain values.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        raise UsageError(f"{path} is not UTF-8 (byte {error.start + 1}); save it as UTF-8") from error
    except OSError as error:
        raise UsageError(f"{path}: {error.strerror or error}") from error
    reader = _Reader(str(path))
    values = reader.read(text)
    if not isinstance(values, dict):
        what = "is empty" if values is None else "is no mapping"
        raise UsageError(f"{path} {what}; a specification has keys such as name and models (docs/new.md)")
    return Document(values, str(path), reader.lines)


def assignment(text: str) -> tuple[str, Any]:
    """The key and the value of `--set KEY=VALUE`; the value is YAML.

    Raises:
        UsageError: It has no key, or the value cannot be read.
    """
    key, equals, value = text.partition("=")
    key = key.strip()
    if not equals or not all(key.split(".")):
        raise UsageError(f"--set {_printable(text)}: write KEY=VALUE, e.g. netbox.min=4.6")
    return key, _Reader(f"--set {_printable(key)}", numbered=False).read(value)


class _Loader(yaml.SafeLoader):
    """YAML without dates: what looks like one is a text, as in JSON."""


_LOADER_RULES: dict[str, list[tuple[str, Any]]] = {
    first: [(tag, pattern) for tag, pattern in rules if not tag.endswith(":timestamp")]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
_Loader.yaml_implicit_resolvers = _LOADER_RULES


class _Reader:
    """Makes plain values of YAML and remembers their lines."""

    def __init__(self, source: str, *, numbered: bool = True) -> None:
        self.lines: dict[problems.Path, int] = {}
        self._source = source
        self._numbered = numbered
        self._count = 0

    def read(self, text: str) -> Any:
        """The values of a text.

        Raises:
            UsageError: It is no YAML, or more than JSON can hold.
        """
        try:
            self._loader = _Loader(text)
            node = self._loader.get_single_node()
            return None if node is None else self._value(node, (), ())
        except yaml.MarkedYAMLError as error:
            mark = error.problem_mark or error.context_mark
            self._refuse(error.problem or error.context or "is no YAML", mark)
        except yaml.YAMLError as error:
            self._refuse(f"is no YAML: {str(error).splitlines()[0]}", None)
        except RecursionError:
            self._refuse("is nested too deeply", None)

    def _refuse(self, message: str, mark: Any) -> Any:
        where = f":{mark.line + 1}" if mark is not None and self._numbered else ""
        raise UsageError(f"{self._source}{where}: {_printable(message)}") from None

    def _value(self, node: yaml.Node, path: problems.Path, above: tuple[yaml.Node, ...]) -> Any:
        self.lines.setdefault(path, node.start_mark.line + 1)
        self._count += 1
        if any(node is other for other in above):
            self._refuse("an alias leads to itself", node.start_mark)
        if self._count > _LARGEST:
            self._refuse(f"has more than {_LARGEST} values", node.start_mark)
        if isinstance(node, yaml.MappingNode) and node.tag.endswith(":map"):
            return self._mapping(node, path, (*above, node))
        if isinstance(node, yaml.SequenceNode) and node.tag.endswith(":seq"):
            return [self._value(item, (*path, place), (*above, node)) for place, item in enumerate(node.value)]
        return self._scalar(node)

    def _mapping(self, node: yaml.MappingNode, path: problems.Path, above: tuple[yaml.Node, ...]) -> dict[str, Any]:
        said: dict[str, int] = {}
        found: dict[str, Any] = {}
        merged = [value for key, value in node.value if key.tag.endswith(":merge")]
        for item in [part for value in merged for part in self._merged(value)]:
            more = self._value(item, path, above)
            if not isinstance(more, dict):
                self._refuse("`<<` takes a mapping, or a list of mappings", item.start_mark)
            found |= {key: value for key, value in more.items() if key not in found}
        for key_node, value_node in node.value:
            if key_node.tag.endswith(":merge"):
                continue
            key, line = self._key(key_node), key_node.start_mark.line + 1
            if key in said:
                self._refuse(f"{quoted(key)} is there twice, first in line {said[key]}", key_node.start_mark)
            said[key] = line
            self.lines[(*path, key)] = line
            found[key] = self._value(value_node, (*path, key), above)
        return found

    @staticmethod
    def _merged(node: yaml.Node) -> list[yaml.Node]:
        """The mappings of a `<<`, the one that counts most first."""
        return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]

    def _key(self, node: yaml.Node) -> str:
        if isinstance(node, yaml.ScalarNode) and node.tag.endswith(":str"):
            return str(node.value)
        written = node.value if isinstance(node, yaml.ScalarNode) else "this key"
        return str(self._refuse(f"{quoted(written)} is no text to YAML; write it in quotes", node.start_mark))

    def _scalar(self, node: yaml.Node) -> Any:
        value: Any = None
        try:
            value = self._loader.construct_object(node)
        except (ValueError, OverflowError, ArithmeticError):
            self._refuse(f"{quoted(node.value)} cannot be read; write it in quotes if it is a text", node.start_mark)
        if not isinstance(value, str | int | float | bool | None):
            self._refuse(f"{quoted(node.tag)} values are not understood", node.start_mark)
        if isinstance(value, float) and not math.isfinite(value):
            self._refuse(f"{quoted(node.value)} is no number that can be kept", node.start_mark)
        # JSON may write a character beyond the first 65,536 as two, which YAML leaves apart.
        return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace") if isinstance(value, str) else value
