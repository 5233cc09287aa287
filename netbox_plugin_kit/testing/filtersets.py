"""NetBox's tests of filtersets, by names that hold on every release (4.7 renamed them), for plugins."""

from __future__ import annotations

from typing import Any

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.db.models import ManyToOneRel
from utilities.testing import TestCase, filtersets

__all__ = ["FilterSetTestCases"]

_Base: Any = getattr(filtersets, "BaseFilterSetTestMixin", None) or filtersets.BaseFilterSetTests
_ChangeLogged: Any = (
    getattr(filtersets, "ChangeLoggedFilterSetTestMixin", None) or filtersets.ChangeLoggedFilterSetTests
)
_EXEMPT = getattr(filtersets, "EXEMPT_MODEL_FIELDS", ("comments", "custom_field_data"))


class _PluginFilterSet:
    """What a filterset filters is known to it."""

    filterset: Any = None
    ignore_fields: tuple[str, ...] = ()

    @property
    def queryset(self) -> Any:
        """All objects, unless the author says something else."""
        return self.filterset._meta.model.objects.all()

    def test_missing_filters(self) -> None:
        """Is there a filter for every field of the model, and of the kind that NetBox has for such fields?

        NetBox's own test looks for the filterset by the name of the package that the test is in, and tests of plugins
        often lie elsewhere.
        """
        filters = self.filterset.get_filters()
        for field in self.queryset.model._meta.get_fields():
            if field.name.startswith("_") or field.name in {*self.ignore_fields, *_EXEMPT}:
                continue
            if type(field) in (ManyToOneRel, GenericForeignKey, GenericRelation):
                continue
            for name, kind in self.get_filters_for_model_field(field):  # type: ignore[attr-defined]  # a mixin
                if name is not None:
                    self._check(field.name, filters.get(name), name, kind)

    def _check(self, field: str, found: Any, name: str, kind: Any) -> None:
        with self.subTest(field=field):  # type: ignore[attr-defined]
            self.assertIsNotNone(found, f"no filter {name} for the field {field}")  # type: ignore[attr-defined]
            if kind is not None:
                self.assertIsInstance(found, kind, f"filter {name}")  # type: ignore[attr-defined]


class FilterSetTestCases:
    """Set `filterset`; also `queryset` if it is not all objects, `ignore_fields`, `filter_name_map`."""

    class BaseFilterSetTestCase(_PluginFilterSet, _Base, TestCase):
        """Filtering by id, and a filter for every field; create three objects or more."""

    class ChangeLoggedFilterSetTestCase(_PluginFilterSet, _ChangeLogged, TestCase):
        """The same, and filtering by when an object was created and changed."""
