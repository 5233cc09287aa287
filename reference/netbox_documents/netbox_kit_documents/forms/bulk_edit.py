from django import forms
from django.utils.translation import gettext_lazy as _
from netbox.forms import PrimaryModelBulkEditForm
from utilities.forms import add_blank_choice
from utilities.forms.rendering import FieldSet

from ..choices import DocumentKindChoices
from ..models import Document

__all__ = ('DocumentBulkEditForm',)


class DocumentBulkEditForm(PrimaryModelBulkEditForm):
    kind = forms.ChoiceField(label=_('Kind'), choices=add_blank_choice(DocumentKindChoices), required=False, initial='')

    model = Document
    fieldsets = (FieldSet('kind', 'description', name=_('Document')),)
    nullable_fields = ('description', 'comments')
