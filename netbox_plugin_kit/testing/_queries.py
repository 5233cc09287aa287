"""Query counts: since 4.6.2 NetBox's list tests compare them with what was recorded in a file."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from unittest import mock

from utilities.testing import api, views

__all__ = ["OwnQueryCounts"]

_ASSERTION = "assert_expected_query_count"


class OwnQueryCounts:
    """A test case whose list pages are counted only if its plugin recorded what to expect.

    NetBox fails where nothing is recorded, but numbers differ from release to release, and core's are of no use to a
    plugin. A plugin that wants the comparison has NetBox write `tests/query_counts.json` in its package, with
    UPDATE_QUERY_COUNTS=1 (utilities/testing/query_counts.py); what that file names is then compared.
    """

    model: Any = None

    def setUp(self) -> None:
        """Replace the assertion where the running release has it."""
        super().setUp()  # type: ignore[misc]  # a mixin
        for module in (views, api):
            if original := getattr(module, _ASSERTION, None):
                patch = mock.patch.object(module, _ASSERTION, _if_recorded(original))
                patch.start()
                self.addCleanup(patch.stop)  # type: ignore[attr-defined]


def _if_recorded(original: Any) -> Any:
    @contextmanager
    def assertion(test_case: Any, name: str) -> Iterator[None]:
        if os.environ.get("UPDATE_QUERY_COUNTS") or _is_recorded(test_case, name):
            with original(test_case, name):
                yield
        else:
            yield

    return assertion


def _is_recorded(test_case: Any, name: str) -> bool:
    options = test_case.model._meta
    label = getattr(test_case, "query_count_model_label", None) or options.model_name
    path = Path(options.app_config.path, "tests", "query_counts.json")
    return path.exists() and f"{label}:{name}" in json.loads(path.read_text(encoding="utf-8"))
