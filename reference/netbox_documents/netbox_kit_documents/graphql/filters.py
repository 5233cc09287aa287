from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.filters import PrimaryModelFilter
from strawberry import ID
from strawberry_django import BaseFilterLookup, FilterLookup, filter_type

from .. import models
from .enums import DocumentKindEnum

try:
    from strawberry_django import StrFilterLookup
except ImportError:  # NetBox before 4.5.4
    StrFilterLookup = FilterLookup[str]

if TYPE_CHECKING:
    from core.graphql.filters import ContentTypeFilter

__all__ = ('DocumentFilter',)


@filter_type(models.Document, lookups=True)
class DocumentFilter(PrimaryModelFilter):
    name: StrFilterLookup | None = strawberry_django.filter_field()
    subject_type: Annotated['ContentTypeFilter', strawberry.lazy('core.graphql.filters')] | None = (
        strawberry_django.filter_field()
    )
    subject_id: ID | None = strawberry_django.filter_field()
    kind: BaseFilterLookup[DocumentKindEnum] | None = strawberry_django.filter_field()
    external_url: StrFilterLookup | None = strawberry_django.filter_field()
