from django.db import models
from django.db.models.functions import Lower


class Asset(models.Model):
    name = models.CharField(max_length=100)

    class Meta:
        indexes = [
            models.Index(fields=["name", "site"]),  # expect: NBP717
            models.Index(fields=("name",)),
            models.Index(Lower("name"), name="lower"),  # expect: NBP717
        ]
        constraints = (
            models.UniqueConstraint(fields=("name", "site"), name="both"),
            models.UniqueConstraint(Lower("name"), name="unique_lower"),
        )
