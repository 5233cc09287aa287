from django.utils.translation import gettext_lazy as _
from netbox.forms import PrimaryModelImportForm
from utilities.forms.fields import CSVChoiceField, CSVContentTypeField

from ..choices import DocumentKindChoices
from ..models import Document
from ..subjects import get_subject_types

__all__ = ('DocumentImportForm',)


class DocumentImportForm(PrimaryModelImportForm):
    subject_type = CSVContentTypeField(
        label=_('Subject type (app & model)'),
        queryset=get_subject_types(),
    )
    kind = CSVChoiceField(label=_('Kind'), choices=DocumentKindChoices)

    class Meta:
        model = Document
        fields = (
            'name',
            'subject_type',
            'subject_id',
            'kind',
            'external_url',
            'description',
            'owner',
            'comments',
            'tags',
        )
        labels = {
            'subject_id': _('Subject ID'),
        }
