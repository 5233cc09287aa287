"""NetBox 4.4's filters for tags make drf-spectacular complain about every filter set that has them, core's, too."""

from __future__ import annotations

import pytest

from tests.testing.shelf import shelf

from .conftest import Directory
from .running import Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.mirror]

OWN_FILTER = """
    import django_filters
    from extras.models import Tag
    from netbox.filtersets import NetBoxModelFilterSet
    from .models import Shelf

    class ShelfFilterSet(NetBoxModelFilterSet):
        wood = django_filters.ModelMultipleChoiceFilter(
            field_name="tags__slug", to_field_name="slug", queryset=Tag.objects.all())
        grain = django_filters.MultipleChoiceFilter(method="by_grain")

        def by_grain(self, queryset, name, value):
            return queryset

        class Meta:
            model = Shelf
            fields = ("id", "name")

        def search(self, queryset, name, value):
            return queryset.filter(name__icontains=value)
"""


@pytest.fixture(scope="module")
def ran(directory: Directory) -> Ran:
    """A plugin with a filter of its own that is written as NetBox's are, and one that is not."""
    project = shelf(directory("own-filter"), {"filtersets.py": OWN_FILTER})
    return npk_test(project, "--checks", "api", netbox="4.4.10", timeout=1800)


def test_filters_that_netbox_brings_are_not_held_against_the_plugin(ran: Ran) -> None:
    assert [message for message in ran.messages("api") if '"tag' in message] == []


def test_filters_that_are_written_as_netbox_writes_its_own_are_not_either(ran: Ran) -> None:
    assert [message for message in ran.messages("api") if '"wood' in message] == []


def test_another_filter_is_and_so_is_what_netbox_derives_from_it(ran: Ran) -> None:
    messages = ran.messages("api")
    assert messages
    assert all(message.startswith("netbox_shelf/filtersets.py:7 OpenAPI: ShelfViewSet") for message in messages)
    assert all('"grain' in message for message in messages)
