from django.db import models

from netbox.models import NetBoxModel


class Base(NetBoxModel):
    class Meta:
        abstract = True


class Asset(Base):
    name = models.CharField(max_length=100)


class Cheap(Asset):
    class Meta:
        proxy = True


class Report(models.Model):
    class Meta:
        managed = False


class Note:
    pass
