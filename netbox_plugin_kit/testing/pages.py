"""Do the plugin's pages work, and does everything on them lead somewhere?"""

from __future__ import annotations

import sys
from collections import defaultdict
from collections.abc import Container, Iterable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.staticfiles import finders
from django.urls import NoReverseMatch, Resolver404, resolve, reverse
from netbox.registry import registry
from utilities.templatetags import plugins as template_tags
from utilities.testing import disable_logging
from utilities.views import get_viewname

from ._links import Link, links
from ._plugin import PluginTestCase

__all__ = ["PagesTestCase"]

_ERROR_BOX = "ui/exception.html"
"""Since 4.6 NetBox shows this where a plugin's template extension fails; before, the whole page fails."""

_OK, _REFUSED = 200, 400


class PagesTestCase(PluginTestCase):
    """Every page of a plugin, as a superuser sees it.

    Set `plugin`, and create some objects of every model in `setUpTestData`. Pages are found by the URL resolver.
    """

    def setUp(self) -> None:
        """Log in as superuser."""
        super().setUp()
        self.user.is_superuser = True
        self.user.save()
        self.client.raise_request_exception = False
        # What is visited as a page by one test is not followed as a link by another.
        pages = [page for page in self.pages if page.can_be_visited]
        self._followed = {url for page in pages if (url := page.url())}
        self._followed |= {url for _, _, url in self.object_pages(pages)}
        self._judged: set[str] = set()

    def core_objects(self) -> Iterable[Any]:
        """Objects of NetBox's own whose pages the plugin adds to; created in `setUpTestData`."""
        return ()

    def test_pages(self) -> None:
        """Does every page work that is not about one object: lists, forms, the plugin's own?"""
        for page in self.pages:
            if page.can_be_visited and (url := page.url()):
                self._visit(url)

    def test_object_pages(self) -> None:
        """Does every page of every object work?"""
        for model in self.models:
            with self.subTest(model=model._meta.label):
                has_pages = any(page.parameters and page.model(self.models) is model for page in self.pages)
                if has_pages and not self.objects(model):
                    self._complain_of_missing(model)
        for page, _, url in self.object_pages(self.pages):
            if page.can_be_visited:
                self._visit(url)

    def test_bulk_pages(self) -> None:
        """Does every page work that a list leads to once objects are selected?"""
        for url, selected in self.bulk_pages():
            self._visit(url, selected)

    def test_core_pages(self) -> None:
        """Do the pages of NetBox's own objects work with what the plugin adds to them?"""
        for instance in self.core_objects():
            for url in filter(None, (instance.get_absolute_url(), _url_of(get_viewname(instance, "list")))):
                self._visit_core(url)
            options = instance._meta
            for view in registry["views"][options.app_label][options.model_name]:
                own = f"{self._module(view['view'])}.".startswith(f"{self.plugin}.")
                if view["detail"] and own and (url := _url_of(get_viewname(instance, view["name"]), pk=instance.pk)):
                    self._visit(url)

    @staticmethod
    def _module(view: Any) -> str:
        return view if isinstance(view, str) else str(view.__module__)

    def _visit_core(self, url: str) -> None:
        """Show a page of NetBox's own; what is wrong with it without any plugin's content is not this plugin's."""
        alone = patch.dict(registry["plugins"], template_extensions=defaultdict(list))
        with self.undone(page=url), alone, disable_logging():
            response = self.client.get(url, follow=True)
        if response.status_code != _OK:
            return
        own = {link.text for link in links(response.content.decode()) if "/plugins/" not in link.value}
        self._visit(url, known=own)

    def _visit(self, url: str, selected: dict[str, Any] | None = None, known: Container[str] = ()) -> None:
        """Show a page; then follow its links, each once, but for those that are known."""
        with self.undone(page=url):
            with disable_logging(), _listening() as raised:
                response = self.client.get(url, follow=True) if selected is None else self.client.post(url, selected)
            if response.status_code != _OK:
                raise self.failureException(f"{url}: {_said(response)}") from _raised(response)
            if not response.get("Content-Type", "").startswith("text/html"):
                return
            if any(template.name == _ERROR_BOX for template in response.templates):
                cause = raised[0] if raised else None
                raise self.failureException(f"{url}: a template extension fails: {cause!r}") from cause
            # What the page says of itself may differ from what was asked for, after a redirection.
            self._follow(response.content.decode(), response.request["PATH_INFO"], known)

    def _follow(self, html: str, page: str, known: Container[str]) -> None:
        for link in links(html):
            if link.text in known or link.text in self._judged:
                continue
            problem = self._problem(link, page)
            if problem or link.value.startswith("/"):  # any other leads elsewhere from another page
                self._judged.add(link.text)
            if problem:
                with self.subTest(page=page, link=link.text):
                    self.fail(f"{page}: {link.text} {problem}")

    def _problem(self, link: Link, page: str) -> str | None:
        if link.is_dead:
            return "leads nowhere"
        path = link.path(page)
        if path is None or path in self._followed:
            return None
        if link.is_visited:
            self._followed.add(path)
        place = urlsplit(path).path
        if place.startswith(settings.STATIC_URL):
            return self._missing_file(place.removeprefix(settings.STATIC_URL))
        return None if place.startswith(settings.MEDIA_URL) else self._missing_page(link, path, page)

    def _missing_page(self, link: Link, path: str, page: str) -> str | None:
        """Pages of the plugin are asked for; of NetBox's own it is enough that there are such."""
        place, _, query = path.partition("?")
        try:
            match = resolve(place)
        except Resolver404:
            return "leads to a page that does not exist"
        # The same query, such as a table's order, is asked of one object's page and not of all the others'.
        question = f"{match.view_name}?{query}" if query else path
        if not link.is_visited or match.namespaces[1:2] not in ([self.label], [f"{self.label}-api"]):
            return None
        if query and question in self._followed:
            return None
        self._followed.add(question)
        with self.undone(page=page, link=link.text), disable_logging():
            response = self.client.get(path)
        return f"leads to {_said(response)}" if response.status_code >= _REFUSED else None

    def _missing_file(self, name: str) -> str | None:
        """Only the plugin's own are looked for: where core's files are depends on how NetBox is installed."""
        if not name.startswith(f"{self.label}/") or finders.find(name):
            return None
        return "leads to a static file that does not exist"


def _url_of(name: str, **values: Any) -> str | None:
    try:
        return str(reverse(name, kwargs=values))
    except NoReverseMatch:
        return None


def _raised(response: Any) -> BaseException | None:
    """What the view raised, if the test client saw it."""
    error = getattr(response, "exc_info", None)
    return error[1] if error else None


def _said(response: Any) -> str:
    error = _raised(response)
    return f"status {response.status_code}" + (f", {error!r}" if error else "")


@contextmanager
def _listening() -> Iterator[list[BaseException]]:
    """What template extensions raise while a page is rendered; the box that NetBox shows for it has only its words."""
    raised: list[BaseException] = []
    render = getattr(template_tags, "render_to_string", None)
    if render is None:  # before 4.6 it is not caught
        yield raised
        return

    def listen(name: Any, *arguments: Any, **values: Any) -> Any:
        if name == _ERROR_BOX and (problem := sys.exc_info()[1]) is not None:
            raised.append(problem)
        return render(name, *arguments, **values)

    with patch.object(template_tags, "render_to_string", listen):
        yield raised
