"""What GitHub and XML have no room for, taken out of texts that plugins wrote."""

from __future__ import annotations

import re

__all__ = ["COMMANDS", "clean_xml", "command", "plain"]

COMMANDS = {"error": "error", "warning": "warning", "info": "notice"}
"""GitHub's workflow commands, by severity."""

_FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


_ESCAPES = re.compile(r"\x1b\[[0-9;?]*[ -/]*[@-~]")
"""What colours the output of a program on a terminal."""


def plain(text: str) -> str:
    """The text without a terminal's colours and other control characters."""
    return "".join(sign for sign in _ESCAPES.sub("", text) if sign >= " " or sign in "\t\n")


def clean_xml(text: str) -> str:
    """The text without what XML has no way to write."""
    return _FORBIDDEN.sub("?", text)


def command(severity: str, message: str, **place: object) -> str:
    """A workflow command that annotates a file; None stands for what is not known of the place."""
    words = ",".join(f"{key}={_value(str(item))}" for key, item in place.items() if item is not None)
    return f"::{COMMANDS[severity]} {words}::{_data(plain(message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _value(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
