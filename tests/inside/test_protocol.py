from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from netbox_plugin_kit.inside.protocol import (
    Answer,
    Finding,
    Request,
    Writer,
    error,
    failed,
    passed,
    skipped,
)


@pytest.fixture
def results(tmp_path: Path) -> Path:
    return tmp_path / "results.jsonl"


def events(results: Path) -> list[dict[str, object]]:
    return [json.loads(line) for line in results.read_text().splitlines()]


@pytest.mark.parametrize("memory", [None, 1024])
@pytest.mark.parametrize("tests", [None, {"runner": "pytest", "label": "tests", "directory": "/some/where"}])
def test_request_is_read_as_it_was_written(tmp_path: Path, memory: int | None, tests: dict[str, str] | None) -> None:
    request = Request(
        package="netbox_small",
        site="/some/site",
        label="small",
        checks=("loads", "tests"),
        results="results.jsonl",
        logs="logs",
        timeout=1.5,
        memory=memory,
        tests=tests,
        test_arguments=("-k", "größe"),
    )
    path = tmp_path / "request.json"

    request.write(path)

    assert Request.read(path) == request


@pytest.mark.parametrize(
    ("answer", "outcome"),
    [(passed(), "pass"), (failed("no"), "fail"), (skipped("why"), "skip"), (error("ours"), "error")],
)
def test_each_kind_of_answer_has_its_word(answer: Answer, outcome: str) -> None:
    assert answer.outcome == outcome


def test_events_are_written_in_order(results: Path) -> None:
    writer = Writer(str(results))

    writer.started("loads")
    writer.said("NetBox is up")
    writer.answered("loads", failed("wrong", [Finding("bad", "a.py", 3)], netbox="4.7.3"), 1.23456)

    assert events(results) == [
        {"event": "started", "check": "loads"},
        {"event": "said", "message": "NetBox is up"},
        {
            "event": "answered",
            "check": "loads",
            "seconds": 1.235,
            "outcome": "fail",
            "detail": "wrong",
            "findings": [{"message": "bad", "path": "a.py", "line": 3, "severity": "error", "fix": None}],
            "facts": {"netbox": "4.7.3"},
        },
    ]


def test_writer_adds_to_what_is_there(results: Path) -> None:
    Writer(str(results)).said("first")

    Writer(str(results)).said("second")

    assert [event["message"] for event in events(results)] == ["first", "second"]


def test_fact_that_json_does_not_know_is_written_as_text(results: Path) -> None:
    Writer(str(results)).answered("loads", passed(place=Path("a/b")), 0)

    assert events(results)[0]["facts"] == {"place": "a/b"}


def test_message_of_several_lines_is_one_event(results: Path) -> None:
    Writer(str(results)).said("one\ntwo\u2028three")

    (event,) = events(results)
    assert event["message"] == "one\ntwo\u2028three"


def test_lines_of_two_processes_do_not_mix(results: Path) -> None:
    # given
    children = []
    for mark in "ab":
        child = os.fork()
        if child == 0:
            try:
                writer = Writer(str(results))
                for _ in range(200):
                    writer.said(mark * 5000)
            finally:
                os._exit(0)
        children.append(child)

    # when
    for child in children:
        os.waitpid(child, 0)

    # then
    assert sorted(str(event["message"])[:1] for event in events(results)) == ["a"] * 200 + ["b"] * 200
    assert {len(str(event["message"])) for event in events(results)} == {5000}
