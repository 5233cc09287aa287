from django.db import models


class Registry:
    objects = ("a", "b")


class Asset(models.Model):
    name = models.CharField(max_length=100)
