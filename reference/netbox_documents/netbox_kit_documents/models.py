from functools import partial
from pathlib import PurePosixPath

from django.contrib.contenttypes.fields import GenericForeignKey
from django.core.exceptions import ValidationError
from django.db import models, transaction
from django.utils.translation import gettext_lazy as _
from netbox.models import PrimaryModel

from .choices import DocumentKindChoices
from .files import check_upload, upload_path
from .subjects import get_kind_choices

__all__ = ('Document',)


class Document(PrimaryModel):
    """A file, or the address of one, kept with the object that it is about."""

    name = models.CharField(verbose_name=_('name'), max_length=100)
    subject_type = models.ForeignKey(to='contenttypes.ContentType', on_delete=models.PROTECT, related_name='+')
    subject_id = models.PositiveBigIntegerField()
    subject = GenericForeignKey(ct_field='subject_type', fk_field='subject_id')
    kind = models.CharField(
        verbose_name=_('kind'), choices=DocumentKindChoices, max_length=50, default=DocumentKindChoices.KIND_OTHER
    )
    file = models.FileField(verbose_name=_('file'), upload_to=upload_path, max_length=255, blank=True)
    external_url = models.URLField(verbose_name=_('external URL'), blank=True)

    clone_fields = ('kind',)

    class Meta:
        ordering = ('name',)
        indexes = (models.Index(fields=('subject_type', 'subject_id'), name='document_subject_440006_idx'),)
        verbose_name = _('document')
        verbose_name_plural = _('documents')

    def __str__(self):
        return self.name

    def get_kind_color(self):
        return DocumentKindChoices.colors.get(self.kind)

    @property
    def file_name(self):
        return PurePosixPath(self.file.name).name

    @property
    def file_missing(self):
        """
        Whether somebody has removed the file from the storage, without NetBox.
        """
        return bool(self.file) and not self.file.storage.exists(self.file.name)

    def clean(self):
        super().clean()

        if bool(self.file) == bool(self.external_url):
            raise ValidationError(_('A document has either a file or an external URL.'))

        # Only a file that is new is looked at; one that has been stored may be missing by now.
        if self.file and not self.file._committed:
            check_upload(self.file)

        # That there is such a subject has been checked by NetBox.
        if self.subject_type_id:
            self._check_kind()

    def _check_kind(self):
        allowed = dict(get_kind_choices(self.subject_type))
        if self.kind not in allowed:
            raise ValidationError(
                {
                    'kind': _('A document of this kind cannot be kept with a {model}; allowed are {kinds}.').format(
                        model=self.subject._meta.verbose_name, kinds=', '.join(allowed)
                    )
                }
            )

    def save(self, *args, **kwargs):
        before = Document.objects.filter(pk=self.pk).values_list('file', flat=True).first()
        super().save(*args, **kwargs)

        if before and before != self.file.name:
            transaction.on_commit(partial(self.file.storage.delete, before), robust=True)
