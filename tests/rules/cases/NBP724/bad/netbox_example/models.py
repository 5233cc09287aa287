from django.db import models

from netbox.models import NetBoxModel


class Asset(NetBoxModel):
    name = models.CharField(max_length=100)


class Kind(NetBoxModel):  # expect: NBP724
    name = models.CharField(max_length=100)
