from django.db import models


class Asset(models.Model):
    name = models.CharField(max_length=100)
