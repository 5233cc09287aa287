"""Whatever plugins write into their messages, XML can be read, and GitHub takes it for nothing but a message."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from urllib.parse import unquote

from hypothesis import given
from hypothesis import strategies as st

from netbox_plugin_kit.reports.escaping import clean_xml, command, plain


@given(st.text())
def test_what_is_left_can_be_written_as_xml(text: str) -> None:
    element = ET.Element("message")
    element.text = clean_xml(text)

    found = ET.fromstring(ET.tostring(element, encoding="unicode"))  # noqa: S314 - our own

    # As parsers of XML do, line ends are made alike.
    assert (found.text or "") == clean_xml(text).replace("\r\n", "\n").replace("\r", "\n")


@given(st.text(), st.text())
def test_a_command_is_one_line_that_says_what_was_said(message: str, title: str) -> None:
    said = command("error", message, title=title, file=None)

    head, _, data = said.removeprefix("::").partition("::")
    assert "\n" not in said
    assert "\r" not in said
    assert unquote(data) == plain(message)
    assert head.startswith("error title=")
    assert head.count("=") == 1 + title.count("=")


def test_severities_are_github_s() -> None:
    assert command("info", "m", line=3) == "::notice line=3::m"


def test_colours_of_a_terminal_are_left_out() -> None:
    assert plain("\x1b[31;1mred\x1b[0m and\x07 bell\nnext\tcell") == "red and bell\nnext\tcell"
