"""Links and buttons of a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urlencode, urljoin, urlsplit

__all__ = ["Link", "links"]

_VISITED = ("href", "src", "hx-get", "data-url", "data-href")
_SUBMITTED = ("action", "formaction", "hx-post", "hx-put", "hx-patch", "hx-delete")
_NEVER_EMPTY = ("href", "src", "formaction")
"""An empty `action` or `hx-get` means the page itself."""
_NOTHING = {"none", "null", "undefined"}
_OWN_HOST = "testserver"
_UNSORTABLE = "sort=actions"
"""NetBox's own tables offer to sort by their column of buttons, which fails (4.3 to 4.7)."""


@dataclass(frozen=True)
class Link:
    """An attribute that leads somewhere.

    Attributes:
        text: How it reads in the page, such as `<button formaction="None">`.
        attribute: Its name.
        value: Its value.
    """

    text: str
    attribute: str
    value: str

    @property
    def is_dead(self) -> bool:
        """Is it empty, or what Python prints for "no URL"?"""
        path = urlsplit(self.value).path
        return path.rpartition("/")[2].lower() in _NOTHING or (not self.value and self.attribute in _NEVER_EMPTY)

    @property
    def is_visited(self) -> bool:
        """Does a browser GET it?"""
        if "{{" in self.value:  # NetBox's selectors fill it in
            return False
        return self.attribute in _VISITED and not self.value.endswith(_UNSORTABLE)

    def path(self, page: str) -> str | None:
        """Where in this NetBox it leads from a page, without what only says where to go afterwards; or None."""
        parts = urlsplit(urljoin(f"http://{_OWN_HOST}{page}", self.value))
        if parts.netloc != _OWN_HOST or self.value.startswith("#"):
            return None
        query = [
            (name, value) for name, value in parse_qsl(parts.query, keep_blank_values=True) if name != "return_url"
        ]
        return f"{parts.path}?{urlencode(query)}" if query else parts.path


def links(html: str) -> Iterator[Link]:
    """The links of a page, in order."""
    parser = _Parser()
    parser.feed(html)
    yield from parser.found


class _Parser(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[Link] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in _VISITED or name in _SUBMITTED:
                given = (value or "").strip()
                self.found.append(Link(f'<{tag} {name}="{given}">', name, given))
