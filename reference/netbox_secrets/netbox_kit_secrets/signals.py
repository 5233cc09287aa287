"""What goes with what: generic relations have no constraint in the database, and neither have sessions of users."""

from django.contrib.auth.signals import user_logged_out
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete
from django.dispatch import receiver
from netbox.plugins import get_plugin_config

from .models import Secret, SessionKey, UserKey


def delete_secrets(instance, **kwargs):
    """
    Delete the secrets of an object that has been deleted.
    """
    assigned_object_type = ContentType.objects.get_for_model(instance)
    # Django sends pre_delete for each of them, so that NetBox writes them into the change log.
    Secret.objects.filter(assigned_object_type=assigned_object_type, assigned_object_id=instance.pk).delete()


for label in get_plugin_config('netbox_kit_secrets', 'models'):
    post_delete.connect(delete_secrets, sender=label, dispatch_uid=f'netbox_kit_secrets.{label}')


@receiver(post_delete, sender=UserKey)
def keep_access(instance, **kwargs):
    # Only now are all gone that go at once. What is raised undoes it.
    if instance.active:
        UserKey.ensure_access()


@receiver(user_logged_out)
def end_sessions(user, **kwargs):
    if user is not None:
        SessionKey.objects.filter(user_key__user_id=user.pk).delete()
