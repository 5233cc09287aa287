"""Small pieces that the source of every surface is made of."""

from __future__ import annotations

import textwrap
from collections.abc import Mapping

__all__ = ["call", "docstring", "translated"]


def call(function: str, arguments: Mapping[str, object] | None = None, /, **named: object) -> str:
    """`function(a=b, c=d)`; values are source already, and those that are None are left out."""
    everything = {**(arguments or {}), **named}
    parts = [f"{key}={value}" for key, value in everything.items() if value is not None]
    return f"{function}({', '.join(parts)})"


def translated(text: str) -> str:
    """Text for people, as NetBox writes it: `_('access list')`."""
    return f"_({text!r})"


_WIDTH = 110


def docstring(text: str) -> str:
    """Somebody's words as a docstring, in as many lines as they need."""
    safe = text.replace("\\", "\\\\").replace('"', '\\"')
    lines = textwrap.wrap(safe if '"""' in text or text.endswith('"') else text.replace("\\", "\\\\"), _WIDTH)
    if len(lines) <= 1:
        return f'"""{"".join(lines)}"""'
    return "\n".join(['"""', *(f"    {line}" for line in lines), '    """'])
