"""What the tests of a plugin as a whole share: which plugin it is, its models, its objects, its URLs."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cached_property
from typing import Any

from django.apps import apps
from django.db import transaction
from netbox.views.generic import BulkDeleteView, BulkEditView, BulkRenameView
from utilities.testing import TestCase

from ._urls import Endpoint, endpoints

__all__ = ["PluginTestCase"]


class PluginTestCase(TestCase):
    """Base of tests of a whole plugin.

    Attributes:
        plugin: What stands in PLUGINS.
    """

    plugin: str = ""

    def objects(self, model: Any) -> list[Any]:
        """Objects of a model whose pages are visited: all there are."""
        return list(model._default_manager.all())

    @cached_property
    def label(self) -> str:
        """The plugin's app label, which NetBox takes from the name in PLUGINS."""
        if not self.plugin:
            self.fail(f'{type(self).__name__} does not say which plugin it tests: plugin = "netbox_x"')
        return self.plugin.rpartition(".")[2]

    @cached_property
    def models(self) -> list[Any]:
        """The plugin's models."""
        return list(apps.get_app_config(self.label).get_models())

    @cached_property
    def pages(self) -> list[Endpoint]:
        """What the plugin has below /plugins/."""
        return endpoints(f"plugins:{self.label}")

    @cached_property
    def api(self) -> list[Endpoint]:
        """What it has below /api/plugins/, without addresses that differ in a suffix only."""
        every = endpoints(f"plugins-api:{self.label}-api")
        return [endpoint for endpoint in every if "format" not in endpoint.parameters]

    def object_pages(self, found: list[Endpoint]) -> Iterator[tuple[Any, Any, str]]:
        """Every URL of every object: the endpoint, the object, the URL."""
        for endpoint in found:
            model = endpoint.model(self.models) if endpoint.parameters else None
            for instance in self.objects(model) if model else ():
                if url := endpoint.url(instance):
                    yield endpoint, instance, url

    def bulk_pages(self) -> Iterator[tuple[str, dict[str, Any]]]:
        """Pages that show what was selected in a list: the URL, and what the list posts."""
        for endpoint in self.pages:
            is_bulk = isinstance(endpoint.view, type) and issubclass(endpoint.view, _BULK)
            model = endpoint.model(self.models) if is_bulk else None
            selected = [instance.pk for instance in self.objects(model)] if model else []
            if selected and (url := endpoint.url()):
                yield url, {"pk": selected}

    def _complain_of_missing(self, model: Any) -> None:
        """There is nothing to look at."""
        self.fail(f"there are too few objects of {model._meta.label}: create two or more in setUpTestData")

    @contextmanager
    def undone(self, **about: Any) -> Iterator[None]:
        """A subtest after which the database is as it was before."""
        savepoint = transaction.savepoint()
        try:
            with self.subTest(**about):
                yield
        finally:
            transaction.savepoint_rollback(savepoint)


_BULK = (BulkDeleteView, BulkEditView, BulkRenameView)
