from django.db.models.signals import post_save, pre_delete
from django.dispatch import receiver

from .models import Asset


@receiver(post_save, sender=Asset)
def changed(sender, instance, **kwargs):
    pass


def removed(sender, instance, **kwargs):
    pass


pre_delete.connect(removed, sender=Asset)


class Socket:
    def connect(self, function):
        return function


def plain(address):
    return address


Socket().connect(plain)
