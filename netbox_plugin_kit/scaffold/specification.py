"""A specification from what the command line was given, judged: the way in for `npk new` and the template's hook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.scaffold.document import Document, read_document
from netbox_plugin_kit.scaffold.judging import problems
from netbox_plugin_kit.scaffold.problems import Problem
from netbox_plugin_kit.scaffold.validation import mistakes

__all__ = ["accepted", "specified", "wrong"]

_RANGE = ("min", "max")


def specified(spec: Path, values: Sequence[tuple[str, Any]]) -> Document:
    """A file's specification with what `--set` adds.

    Raises:
        UsageError: The file cannot be read.
    """
    document = read_document(spec)
    for key, value in values:
        document = document.with_value(key, value)
    return document


def accepted(document: Document) -> dict[str, Any]:
    """The values of a document that a plugin can be made of.

    Raises:
        UsageError: It cannot; one line says where and why.
    """
    if message := document.describe(wrong(document.values)):
        raise UsageError(message)
    return document.values


def wrong(values: Mapping[str, Any]) -> list[Problem]:
    """All mistakes; whether it makes sense is asked when its shape is right."""
    return mistakes(values) or problems(values)
