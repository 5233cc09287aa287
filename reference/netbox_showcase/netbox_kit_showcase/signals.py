"""What becomes of a generic relation when its object is deleted: no constraint of the database says it."""

from django.contrib.contenttypes.models import ContentType
from django.db.models.signals import post_delete

from .models import Label


def delete_labels_of_subject(instance, **kwargs):
    subject_type = ContentType.objects.get_for_model(instance)
    # Django sends pre_delete for each of them, so that NetBox writes them into the change log.
    Label.objects.filter(subject_type=subject_type, subject_id=instance.pk).delete()


for label in ['netbox_kit_showcase.exhibit', 'dcim.rack']:
    post_delete.connect(
        delete_labels_of_subject,
        sender=label,
        dispatch_uid=f'netbox_kit_showcase.label.subject.{label}',
    )
