"""What is added to GraphQL types and filters of NetBox's core; NetBox loads it from 4.7 on."""

from typing import Annotated

import strawberry
import strawberry_django
from django.db.models import Q
from utilities.querysets import RestrictedPrefetch

from .models import Exhibit

__all__ = (
    'filter_extensions',
    'type_extensions',
)


@strawberry.type
class SiteTypeExtension:
    models = ['dcim.site']

    # Nobody may learn from a site of exhibits that they must not view.
    @strawberry_django.field(
        prefetch_related=lambda info: RestrictedPrefetch(
            'kit_showcase_exhibits', info.context.request.user, 'view', queryset=Exhibit.objects.all()
        )
    )
    def kit_showcase_exhibits(
        self,
    ) -> list[Annotated['ExhibitType', strawberry.lazy('netbox_kit_showcase.graphql.types')]]:  # noqa: F821
        return self.kit_showcase_exhibits.all()


@strawberry.type
class SiteFilterExtension:
    models = ['dcim.site']

    @strawberry_django.filter_field()
    def kit_showcase_has_exhibits(self, value: bool, prefix) -> Q:
        return Q(**{f'{prefix}kit_showcase_exhibits__isnull': not value})


type_extensions = [SiteTypeExtension]
filter_extensions = [SiteFilterExtension]
