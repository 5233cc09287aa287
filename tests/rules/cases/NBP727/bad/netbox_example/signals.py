from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from .models import Asset


@receiver(post_save, sender=Asset)  # expect: NBP727
def changed(sender, instance):
    pass


def removed(sender, instance):
    pass


pre_delete.connect(removed, sender=Asset)  # expect: NBP727
