from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from extras.graphql.mixins import ContactsMixin, ImageAttachmentsMixin
from netbox.graphql.types import NestedGroupObjectType, NetBoxObjectType, OrganizationalObjectType, PrimaryObjectType
from strawberry.types import Info
from strawberry_django.optimizer import OptimizerConfig, optimize

from .. import models
from .filters import ExhibitFilter, ExhibitKindFilter, HallFilter, LabelFilter, LoanFilter

if TYPE_CHECKING:
    from dcim.graphql.types import DeviceType, RackType, SiteType
    from tenancy.graphql.types import TenantType

__all__ = (
    'ExhibitType',
    'ExhibitKindType',
    'HallType',
    'LabelType',
    'LoanType',
)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.ExhibitKind,
    fields='__all__',
    filters=ExhibitKindFilter,
    pagination=True,
)
class ExhibitKindType(OrganizationalObjectType):
    exhibits: list[Annotated['ExhibitType', strawberry.lazy('netbox_kit_showcase.graphql.types')]]


@strawberry_django.type(
    models.Hall,
    fields='__all__',
    filters=HallFilter,
    pagination=True,
)
class HallType(NestedGroupObjectType):
    parent: Annotated['HallType', strawberry.lazy('netbox_kit_showcase.graphql.types')] | None
    children: list[Annotated['HallType', strawberry.lazy('netbox_kit_showcase.graphql.types')]]
    exhibits: list[Annotated['ExhibitType', strawberry.lazy('netbox_kit_showcase.graphql.types')]]


@strawberry_django.type(
    models.Exhibit,
    fields='__all__',
    filters=ExhibitFilter,
    pagination=True,
)
class ExhibitType(ContactsMixin, ImageAttachmentsMixin, PrimaryObjectType):
    kind: Annotated['ExhibitKindType', strawberry.lazy('netbox_kit_showcase.graphql.types')] | None
    hall: Annotated['HallType', strawberry.lazy('netbox_kit_showcase.graphql.types')] | None
    site: Annotated['SiteType', strawberry.lazy('dcim.graphql.types')] | None
    devices: list[Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')]]
    address: str | None
    loan: Annotated['LoanType', strawberry.lazy('netbox_kit_showcase.graphql.types')] | None


@strawberry_django.type(
    models.Loan,
    fields='__all__',
    filters=LoanFilter,
    pagination=True,
)
class LoanType(NetBoxObjectType):
    exhibit: Annotated['ExhibitType', strawberry.lazy('netbox_kit_showcase.graphql.types')] | None
    lender: Annotated['TenantType', strawberry.lazy('tenancy.graphql.types')] | None


@strawberry_django.type(
    models.Label,
    exclude=['subject_type', 'subject_id'],
    filters=LabelFilter,
    pagination=True,
)
class LabelType(NetBoxObjectType):
    @strawberry_django.field(only=['subject_type', 'subject_id'])
    def subject(
        self, info: Info
    ) -> (
        Annotated[
            Annotated['ExhibitType', strawberry.lazy('netbox_kit_showcase.graphql.types')]
            | Annotated['RackType', strawberry.lazy('dcim.graphql.types')],
            strawberry.union('LabelSubjectType'),
        ]
        | None
    ):
        if self.subject is None:
            return None
        visible = type(self.subject).objects.restrict(info.context.request.user, 'view')
        # Strawberry restricts what the object leads to, in turn, where its optimizer fetches it.
        config = OptimizerConfig(prefetch_custom_queryset=True)
        return optimize(visible.filter(pk=self.subject_id), info, config=config).first()
