from typing import TYPE_CHECKING, Annotated

import strawberry
import strawberry_django
from netbox.graphql.types import PrimaryObjectType
from strawberry.types import Info
from strawberry_django.optimizer import OptimizerConfig, optimize

from .. import models
from .filters import DocumentFilter

if TYPE_CHECKING:
    from circuits.graphql.types import CircuitType
    from dcim.graphql.types import DeviceType, DeviceTypeType, LocationType, RackType, SiteType
    from virtualization.graphql.types import VirtualMachineType

__all__ = ('DocumentType',)

# What one object leads to is optional even where it must be given: who reads it may not be allowed to see the other.


@strawberry_django.type(
    models.Document,
    exclude=['subject_type', 'subject_id'],
    filters=DocumentFilter,
    pagination=True,
)
class DocumentType(PrimaryObjectType):
    file: strawberry_django.DjangoFileType | None

    @strawberry_django.field(only=['file'])
    def file_missing(self) -> bool:
        return self.file_missing

    @strawberry_django.field(only=['subject_type', 'subject_id'])
    def subject(
        self, info: Info
    ) -> (
        Annotated[
            Annotated['SiteType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['LocationType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['RackType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['DeviceTypeType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['DeviceType', strawberry.lazy('dcim.graphql.types')]
            | Annotated['CircuitType', strawberry.lazy('circuits.graphql.types')]
            | Annotated['VirtualMachineType', strawberry.lazy('virtualization.graphql.types')],
            strawberry.union('DocumentSubjectType'),
        ]
        | None
    ):
        if self.subject is None:
            return None
        visible = type(self.subject).objects.restrict(info.context.request.user, 'view')
        # Strawberry restricts what the object leads to, in turn, where its optimizer fetches it.
        config = OptimizerConfig(prefetch_custom_queryset=True)
        return optimize(visible.filter(pk=self.subject_id), info, config=config).first()
