import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import PrimaryModelTable, columns

from .models import Document

__all__ = ('DocumentTable',)


class DocumentTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    subject_type = columns.ContentTypeColumn(verbose_name=_('Subject type'))
    subject = tables.Column(verbose_name=_('Subject'), linkify=True, orderable=False)
    file = columns.TemplateColumn(
        verbose_name=_('File'), template_name='netbox_kit_documents/inc/file.html', order_by='file'
    )
    external_url = columns.TemplateColumn(
        verbose_name=_('External URL'), template_name='netbox_kit_documents/inc/external_url.html'
    )
    kind = columns.ChoiceFieldColumn(verbose_name=_('Kind'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_documents:document_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Document
        fields = (
            'pk',
            'id',
            'name',
            'subject_type',
            'subject',
            'kind',
            'file',
            'external_url',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'subject_type', 'subject', 'kind', 'file', 'external_url', 'description')
