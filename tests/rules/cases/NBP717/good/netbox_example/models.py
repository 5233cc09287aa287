from django.db import models


class Asset(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        indexes = [models.Index(fields=["name"]), models.Index(fields=["site", "name"])]
        constraints = [
            models.UniqueConstraint(fields=["name", "site"], name="both"),
            models.CheckConstraint(condition=models.Q(name="x"), name="checked"),
        ]
