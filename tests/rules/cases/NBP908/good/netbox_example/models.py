from django.db import models
from netbox.models import NetBoxModel


class Base(NetBoxModel):
    class Meta:
        abstract = True


class Elsewhere(models.Model):
    name = models.CharField(max_length=50)

    class Meta:
        managed = False
        db_table = "elsewhere"

    def __str__(self):
        return self.name


class Helper:
    name = ""
