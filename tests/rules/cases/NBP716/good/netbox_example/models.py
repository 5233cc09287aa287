from netbox.models import NetBoxModel, OrganizationalModel, PrimaryModel
from django.db import models


class Asset(PrimaryModel):
    name = models.CharField(max_length=100)


class Kind(OrganizationalModel):
    pass


class Own(PrimaryModel):
    owner = models.ForeignKey("users.User", on_delete=models.CASCADE)


class Plain(NetBoxModel):
    name = models.CharField(max_length=100)
