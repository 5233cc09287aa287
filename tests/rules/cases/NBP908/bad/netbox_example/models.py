from django.db import models
from netbox.models import NetBoxModel


class Base(NetBoxModel):
    class Meta:
        abstract = True


class Probe(Base):  # expect: NBP908
    name = models.CharField(max_length=50)

    class Meta:
        ordering = ("name",)

    def __str__(self):
        return self.name


class Cable(Base):
    name = models.CharField(max_length=50)

    class Meta:
        ordering = ("name",)

    def __str__(self):
        return self.name
