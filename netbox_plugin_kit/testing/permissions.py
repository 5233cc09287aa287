"""Does the plugin keep to itself what a user may not see, and may not do?"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.test import override_settings
from django.urls import NoReverseMatch, reverse
from graphql import is_required_argument
from netbox.views import generic
from users.models import ObjectPermission
from utilities.testing import disable_logging
from utilities.views import get_viewname

from . import _graphql
from ._links import links
from ._plugin import PluginTestCase
from ._urls import Endpoint

__all__ = ["PermissionsTestCase"]

_OK, _FOUND = 200, 302
_REFUSED = {401, 403, 404, 405}
_CHANGES = {"add", "edit", "delete", "bulk_add", "bulk_import", "bulk_edit", "bulk_rename", "bulk_delete", "import"}
_CHANGING_VIEWS = (
    generic.ObjectEditView,
    generic.ObjectDeleteView,
    generic.BulkCreateView,
    generic.BulkDeleteView,
    generic.BulkEditView,
    generic.BulkImportView,
    generic.BulkRenameView,
    generic.ComponentCreateView,
)


@override_settings(LOGIN_REQUIRED=False, EXEMPT_VIEW_PERMISSIONS=[], DEFAULT_PERMISSIONS={})
class PermissionsTestCase(PluginTestCase):
    """A plugin as users see it who may see nothing, one object, or everything without changing it.

    Set `plugin`, and create two objects or more of every model in `setUpTestData`.

    Attributes:
        public_urls: Names, without the namespace, of pages and REST endpoints that anybody may see.
        public_graphql_fields: Names of GraphQL fields that anybody may ask for.
    """

    public_urls: tuple[str, ...] = ()
    public_graphql_fields: tuple[str, ...] = ()

    def setUp(self) -> None:
        """Tell a page that fails from one that shows something."""
        super().setUp()
        self.client.raise_request_exception = False

    def test_pages_without_permission(self) -> None:
        """Is every page refused?"""
        for who in self._strangers():
            for page, url in self._urls(self.pages):
                self._check_refused("get", url, who)
                if _changes(page):
                    self._check_refused("post", url, who)

    def test_api_without_permission(self) -> None:
        """Is every REST endpoint refused, or empty?"""
        for who in self._strangers():
            for endpoint, url in self._urls(self.api):
                with self.undone(url=url, user=who):
                    response = self._request("get", url)
                    is_root = endpoint.name == "api-root"  # it names lists, like NetBox's own
                    if not is_root and response.status_code not in _REFUSED and _shows(_results(response)):
                        self.fail(f"{url} shows {_example(_results(response))} to {who}")

    def test_graphql_without_permission(self) -> None:
        """Is every field of the plugin's empty?"""
        for who in self._strangers():
            for name, query in self._queries():
                with self.undone(field=name, user=who):
                    if _shows(shown := self._ask(query)):
                        self.fail(f"the GraphQL field {name} shows {_example(shown)} to {who}")

    def test_one_object(self) -> None:
        """Does a user who may view one object of a model see only that one?"""
        checks = (self._check_list_page, self._check_object_pages, self._check_api, self._check_graphql)
        for model in self.models:
            instance, *others = self.objects(model) or [None]
            with self.undone(model=model._meta.label):
                if others:
                    self._allow_viewing(model, {"pk": instance.pk})
                    for check in checks:
                        with self.subTest(check=check.__name__.removeprefix("_check_")):
                            check(model, instance, others)
                elif any(endpoint.model([model]) for endpoint in (*self.pages, *self.api)):
                    self._complain_of_missing(model)

    def test_view_permission_changes_nothing(self) -> None:
        """Is a user who may view everything refused what changes something?"""
        for model in self.models:
            self._allow_viewing(model, None)
        for page, url in self._urls(self.pages):
            if _changes(page):
                self._check_refused("get", url, "a user who may only view")
                self._check_refused("post", url, "a user who may only view")

    def _strangers(self) -> Iterator[str]:
        self.client.force_login(self.user)
        yield "a user without permissions"
        self.client.logout()
        yield "anybody"

    def _urls(self, found: list[Endpoint]) -> Iterator[tuple[Endpoint, str]]:
        for endpoint in found:
            if endpoint.name not in self.public_urls and (url := endpoint.url()):
                yield endpoint, url
        for endpoint, _, url in self.object_pages(found):
            if endpoint.name not in self.public_urls:
                yield endpoint, url

    def _request(self, method: str, url: str, **values: Any) -> Any:
        with disable_logging():
            return getattr(self.client, method)(url, **values)

    def _check_refused(self, method: str, url: str, who: str) -> None:
        with self.undone(url=url, method=method, user=who):
            response = self._request(method, url)
            # A page that leads elsewhere shows nothing; a form that does may have done what it was asked to do.
            leads = response.status_code == _FOUND
            harmless = leads and (method == "get" or response["Location"].startswith(reverse("login")))
            if response.status_code not in _REFUSED and not harmless:
                self.fail(f"{method.upper()} {url} gives {who} status {response.status_code}")

    def _allow_viewing(self, model: Any, constraints: dict[str, Any] | None) -> None:
        from core.models import ObjectType

        permission = ObjectPermission.objects.create(name="view", actions=["view"], constraints=constraints)
        permission.users.add(self.user)
        permission.object_types.add(ObjectType.objects.get_for_model(model))

    def _check_list_page(self, model: Any, instance: Any, others: list[Any]) -> None:
        try:
            url = reverse(get_viewname(model, "list"))
        except NoReverseMatch:
            return
        response = self._request("get", url)
        self.assertEqual(response.status_code, _OK, url)
        rows = getattr((response.context or {}).get("table"), "rows", ())
        shown = {row.record.pk for row in rows if isinstance(row.record, model)}
        linked = {link.path(url) for link in links(response.content.decode())}
        if shown - {instance.pk} or linked & {other.get_absolute_url() for other in others}:
            self.fail(f"{url} shows more than one may see")

    def _check_object_pages(self, model: Any, instance: Any, _others: list[Any]) -> None:
        for page, shown, url in self.object_pages(self.pages):
            if page.name in self.public_urls or not page.can_be_visited or not isinstance(shown, model):
                continue
            if shown.pk != instance.pk:
                self._check_refused("get", url, "a user who may not view it")
            elif page.name == model._meta.model_name:
                self.assertEqual(self._request("get", url).status_code, _OK, url)

    def _check_api(self, model: Any, instance: Any, _others: list[Any]) -> None:
        for endpoint in self.api:
            if endpoint.name in self.public_urls:
                continue
            if endpoint.name == f"{model._meta.model_name}-list" and (url := endpoint.url()):
                found = [result["id"] for result in _results(self._request("get", url))]
                if found != [instance.pk]:
                    self.fail(f"{url} shows the objects {found}, not [{instance.pk}]")
        for endpoint, shown, url in self.object_pages(self.api):
            if isinstance(shown, model) and shown.pk != instance.pk and endpoint.name not in self.public_urls:
                self._check_refused("get", url, "a user who may not view it")

    def _check_graphql(self, model: Any, instance: Any, _others: list[Any]) -> None:
        for name, query in self._queries(model, "{ id }"):
            with self.subTest(field=name):
                answer = (self._ask(query) or {}).get(name)
                found = answer if isinstance(answer, list) else [answer] if answer else []
                if [item for item in found if str(item["id"]) != str(instance.pk)]:
                    self.fail(f"the GraphQL field {name} shows more than one may see")
                if isinstance(answer, list) and not found:
                    self.fail(f"the GraphQL field {name} does not show what one may see")

    def _queries(self, model: Any = None, selected: str | None = None) -> Iterator[tuple[str, str]]:
        """Queries of the plugin's fields: one of a list, one for every object; none where more has to be known."""
        for name, field in _graphql.plugin_fields(self.plugin).items():
            given = _graphql.model_of(field)
            if name in self.public_graphql_fields or (model and given is not model):
                continue
            what = selected or _graphql.selection(field.type)
            required = [argument for argument, kind in field.args.items() if is_required_argument(kind)]
            if not required:
                yield name, f"{{ {name} {what} }}"
            elif len(required) == 1 and given:
                for instance in self.objects(given):
                    yield name, f"{{ {name}({required[0]}: {json.dumps(str(instance.pk))}) {what} }}"

    def _ask(self, query: str) -> Any:
        response = self._request(
            "post", reverse("graphql"), data=json.dumps({"query": query}), content_type="application/json"
        )
        if response.status_code != _OK:
            return None
        return json.loads(response.content).get("data")


def _changes(page: Endpoint) -> bool:
    view = page.view
    if isinstance(view, type) and issubclass(view, _CHANGING_VIEWS):
        return True
    return page.name.partition("_")[2] in _CHANGES


def _results(response: Any) -> Any:
    data = getattr(response, "data", None)
    return data.get("results", data) if isinstance(data, dict) else data


def _shows(data: Any) -> bool:
    """Is there anything but nothing, empty lists and zeros in it?"""
    if isinstance(data, dict):
        return any(map(_shows, data.values()))
    if isinstance(data, (list, tuple)):
        return any(map(_shows, data))
    return bool(data)


def _example(data: Any) -> str:
    """What is shown, in a few words: what the first object is called, where it says."""
    if isinstance(data, (list, tuple)) and data:
        return _example(data[0])
    if isinstance(data, dict):
        for name in ("display", "name", "id"):
            if data.get(name):
                return f"objects such as {data[name]!r}"
        for value in data.values():
            if isinstance(value, (dict, list)) and value:
                return _example(value)
    said = repr(data)
    return said if len(said) <= _LONGEST else f"{said[:_LONGEST]}..."


_LONGEST = 80
"""Characters of what is shown that make it recognizable."""
