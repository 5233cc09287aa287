"""Spellings for people: how a line begins, how a constant is written, what one of several is called."""

from __future__ import annotations

import re

from netbox_plugin_kit.scaffold import words
from netbox_plugin_kit.scaffold.reserved import reserved

__all__ = ["capitalized", "constant", "singular"]


def capitalized(text: str) -> str:
    """With a capital at the beginning; the rest stays as it is."""
    return text[:1].upper() + text[1:]


def constant(name: str) -> str:
    """`ACCESS_LIST`."""
    return words.snake(name).upper()


def singular(text: str) -> str:
    """One of what a title names in the plural: `Access lists` gives `Access list`; the inverse of `words.plural`."""
    match = re.fullmatch(r"(.*?)([A-Za-z]+)", text, re.DOTALL)
    head, last = (match[1], match[2]) if match else (text, "")
    many = {plural: one for one, plural in reserved().irregular_plurals.items()}
    if last.lower() in many:
        return head + many[last.lower()]
    candidates = [last[:-3] + "y", last[:-2], last[:-1], last[:-2] + "is"]
    return head + next((one for one in candidates if one and words.plural(one) == last and one != last), last)
