from django.db import models


class Asset(models.Model):  # expect: NBP707
    name = models.CharField(max_length=100)
