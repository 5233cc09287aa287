"""Reports that were written as JSON, read again."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.matrix.records import read_cell, read_finding, read_plugin
from netbox_plugin_kit.matrix.results import Report
from netbox_plugin_kit.reports.json import SCHEMA, schema

__all__ = ["parse_reports", "read_reports"]


def read_reports(path: Path) -> tuple[Report, ...]:
    """The reports of a file: one document, or one a line.

    Raises:
        UsageError: It cannot be read, or is no report of this kit.
    """
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path} cannot be read: {error}") from error
    try:
        return parse_reports(text)
    except UsageError as error:
        raise UsageError(f"{path}: {error}") from error


def parse_reports(text: str) -> tuple[Report, ...]:
    """The reports of a text.

    Raises:
        UsageError: It is no report of this kit.
    """
    found = tuple(_report(document) for document in _documents(text))
    if not found:
        raise UsageError("it is empty, and no report")
    return found


def _documents(text: str) -> Iterator[Any]:
    decoder, position = json.JSONDecoder(), 0
    while (position := _next(text, position)) < len(text):
        try:
            document, position = decoder.raw_decode(text, position)
        except (ValueError, RecursionError):
            raise UsageError("it is no JSON; name what `--format json` or `--report` wrote") from None
        yield document


def _next(text: str, position: int) -> int:
    while position < len(text) and text[position].isspace():
        position += 1
    return position


def _report(document: Any) -> Report:
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    if isinstance(document, dict) and isinstance(document.get("schema"), int) and document["schema"] > SCHEMA:
        raise UsageError(f"it is a report of schema {document['schema']}; update netbox-plugin-kit to read it")
    if (mistake := best_match(Draft202012Validator(schema()).iter_errors(document))) is not None:
        place = ".".join(map(str, mistake.absolute_path)) or "it"
        raise UsageError(f"it is no report of this kit: {place}: {mistake.message[:120]}")
    conclusions = tuple(read_finding(finding) for finding in document["findings"] if not finding["netbox"])
    return Report(read_plugin(document["plugin"]), tuple(map(read_cell, document["cells"])), conclusions)
