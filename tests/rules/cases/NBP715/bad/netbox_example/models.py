from django.db import models

from netbox.models import NestedGroupModel, NetBoxModel, OrganizationalModel


class Base(NetBoxModel):
    class Meta:
        abstract = True
        ordering = ("pk",)


class Unlisted(NetBoxModel):
    pass


class Asset(NetBoxModel):  # expect: NBP715
    pass


class Kind(OrganizationalModel):
    class Meta(OrganizationalModel.Meta):
        verbose_name = "kind"


class Other(NetBoxModel):
    pass


class Plain(NetBoxModel):
    pass


class Sorted(Base):
    pass


class Grouped(NestedGroupModel):
    class Meta:
        verbose_name = "group"
