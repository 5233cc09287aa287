from django.db.models.signals import post_save
from django.dispatch import receiver


@receiver(post_save)  # expect: NBP713
def changed(sender, **kwargs):
    pass
