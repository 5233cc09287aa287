from django.db import models
from netbox.models import NetBoxModel


class Probe(NetBoxModel):
    name = models.CharField(max_length=50)

    class Meta:
        ordering = ("name",)

    def __str__(self):
        return self.name


class Setting(models.Model):
    key = models.CharField(max_length=50)

    class Meta:
        ordering = ("key",)

    def __str__(self):
        return self.key
