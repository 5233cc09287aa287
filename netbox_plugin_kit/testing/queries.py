"""Do lists of many objects need as many queries as lists of few?"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from django.conf import settings
from django.db import connection
from django.test.utils import CaptureQueriesContext
from utilities.testing import disable_logging

from ._plugin import PluginTestCase

__all__ = ["QueriesTestCase"]

_OK = 200
_VALUE = re.compile(r"'(?:[^']|'')*'|\b\d+\b")


class QueriesTestCase(PluginTestCase):
    """Every page and every list of the REST API, with few objects and with many, as a superuser asks for them.

    Set `plugin`, create some objects of every model in `setUpTestData`, and more of all kinds in `grow`: with other
    objects behind them, since those are what a list asks for one by one.
    """

    def setUp(self) -> None:
        """Log in as superuser."""
        if settings.RELEASE.version == "4.5.0":  # utilities/forms/widgets/modifiers.py, until 4.5.1
            self.skipTest("NetBox 4.5.0 puts every object there is into the filters of lists")
        super().setUp()
        self.user.is_superuser = True
        self.user.save()

    def grow(self) -> None:
        """Create more objects: twenty of each, say, but no more than a list shows at once."""
        self.fail(f"{type(self).__name__} does not create more objects: def grow(self)")

    def more_urls(self) -> Iterable[str]:
        """Further addresses, such as those of objects of NetBox's own whose pages list the plugin's."""
        return ()

    def test_queries(self) -> None:
        """Does no page, and no list of the REST API, need more queries for more objects?"""
        few = {}
        for url in self._urls():
            self._queries(url)  # what is cached, is cached now
            few[url] = self._queries(url)
        self.grow()
        for url, before in few.items():
            with self.subTest(url=url):
                after = self._queries(url)
                if len(after) > len(before):
                    self.fail(
                        f"{url} makes {len(after)} queries for many objects, {len(before)} for few; "
                        + _most_repeated(before, after)
                    )

    def _urls(self) -> list[str]:
        visited = [endpoint for endpoint in (*self.pages, *self.api) if endpoint.can_be_visited]
        one_each = {(endpoint.name, endpoint.route): url for endpoint, _, url in self.object_pages(visited)}
        found = [*(endpoint.url() for endpoint in visited), *one_each.values(), *self.more_urls()]
        return list(dict.fromkeys(filter(None, found)))

    def _queries(self, url: str) -> list[str]:
        """What a page asks the database, without the values; nothing if there is no such page."""
        with disable_logging(), CaptureQueriesContext(connection) as captured:
            response = self.client.get(url)
        if response.status_code != _OK:  # others ask whether pages work
            return []
        return [_VALUE.sub("?", query["sql"]) for query in captured.captured_queries]


def _most_repeated(before: list[str], after: list[str]) -> str:
    added = Counter(after)
    added.subtract(Counter(before))
    ((query, times),) = added.most_common(1)
    return f"{times} more times: {query}"
