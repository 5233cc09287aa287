from django.apps import apps
from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete

from .models import ITEM_MODELS, ConfigItem


def delete_config_items(sender, instance, **kwargs):
    """
    Delete the config items of an object that is gone. A GenericRelation would do so too, but nothing may be added to
    NetBox's own models.
    """
    item_type = ContentType.objects.get_for_model(sender)
    # One by one, so that each is in the change log.
    for config_item in ConfigItem.objects.filter(item_type=item_type, item_id=instance.pk):
        config_item.delete()


for label in ITEM_MODELS:
    post_delete.connect(delete_config_items, sender=apps.get_model(label), dispatch_uid=f'service_map_{label}')
