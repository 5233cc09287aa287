import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NestedGroupModelTable, NetBoxTable, OrganizationalModelTable, PrimaryModelTable, columns
from tenancy.tables import ContactsColumnMixin

from .models import Exhibit, ExhibitKind, Hall, Label, Loan

__all__ = (
    'ExhibitTable',
    'ExhibitKindTable',
    'HallTable',
    'LabelTable',
    'LoanTable',
)


class ExhibitKindTable(OrganizationalModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_showcase:exhibitkind_list',
    )

    class Meta(OrganizationalModelTable.Meta):
        model = ExhibitKind
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'color',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'color', 'description')


class HallTable(NestedGroupModelTable):
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_showcase:hall_list',
    )

    class Meta(NestedGroupModelTable.Meta):
        model = Hall
        fields = (
            'pk',
            'id',
            'name',
            'slug',
            'parent',
            'capacity',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'parent', 'capacity', 'description')


class ExhibitTable(ContactsColumnMixin, PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    kind = tables.Column(verbose_name=_('Kind'), linkify=True)
    hall = tables.Column(verbose_name=_('Hall'), linkify=True)
    site = tables.Column(verbose_name=_('Site'), linkify=True)
    devices = columns.ManyToManyColumn(verbose_name=_('Devices'), linkify_item=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    insured = columns.BooleanColumn(verbose_name=_('Insured'))
    facts = columns.TemplateColumn(verbose_name=_('Facts'), template_code='{% if value %}{{ value|json }}{% endif %}')
    story = columns.MarkdownColumn(verbose_name=_('Story'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_showcase:exhibit_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = Exhibit
        fields = (
            'pk',
            'id',
            'name',
            'kind',
            'hall',
            'site',
            'devices',
            'status',
            'opens',
            'closes',
            'price',
            'insured',
            'website',
            'address',
            'facts',
            'story',
            'description',
            'owner',
            'comments',
            'contacts',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = (
            'pk',
            'name',
            'kind',
            'hall',
            'site',
            'devices',
            'status',
            'opens',
            'closes',
            'price',
            'insured',
            'website',
            'address',
            'description',
        )


class LoanTable(NetBoxTable):
    exhibit = tables.Column(verbose_name=_('Exhibit'), linkify=True)
    lender = tables.Column(verbose_name=_('Lender'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_showcase:loan_list',
    )

    class Meta(NetBoxTable.Meta):
        model = Loan
        fields = ('pk', 'id', 'exhibit', 'lender', 'returned', 'tags', 'created', 'last_updated', 'actions')
        default_columns = ('pk', 'id', 'exhibit', 'lender', 'returned')


class LabelTable(NetBoxTable):
    subject_type = columns.ContentTypeColumn(verbose_name=_('Subject type'))
    subject = tables.Column(verbose_name=_('Subject'), linkify=True, orderable=False)
    text = tables.Column(verbose_name=_('Text'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_showcase:label_list',
    )

    class Meta(NetBoxTable.Meta):
        model = Label
        fields = ('pk', 'id', 'subject_type', 'subject', 'text', 'tags', 'created', 'last_updated', 'actions')
        default_columns = ('pk', 'subject_type', 'subject', 'text')
