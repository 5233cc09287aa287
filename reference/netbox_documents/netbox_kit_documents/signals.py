from functools import partial

from django.contrib.contenttypes.models import ContentType
from django.db import transaction
from django.db.models.signals import post_delete
from django.dispatch import receiver

from .configuration import SUBJECTS
from .models import Document


def delete_documents(instance, **kwargs):
    """
    Delete the documents of an object that has been deleted, which no database constraint does for generic relations.
    """
    subject_type = ContentType.objects.get_for_model(instance)
    # Django sends pre_delete for each of them, so that NetBox writes them into the change log.
    Document.objects.filter(subject_type=subject_type, subject_id=instance.pk).delete()


# All that may be subjects, not only those that are configured now: they may have documents from earlier.
for label in SUBJECTS:
    post_delete.connect(delete_documents, sender=label, dispatch_uid=f'netbox_kit_documents.{label}')


@receiver(post_delete, sender=Document)
def delete_file(instance, **kwargs):
    # The file goes when the deletion is certain: a transaction may be rolled back, a storage may not.
    if instance.file:
        transaction.on_commit(partial(instance.file.storage.delete, instance.file.name), robust=True)
