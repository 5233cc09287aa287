"""Columns for tables of NetBox's core; a user adds them by "Configure Table"."""

from dcim.tables import SiteTable
from django.utils.translation import gettext_lazy as _
from netbox.tables import columns
from utilities.tables import register_table_column

# NetBox prefetches what a column's accessor leads to, so this takes one query for the page, not one for each row.
register_table_column(
    columns.TemplateColumn(
        accessor='kit_showcase_exhibits',
        verbose_name=_('Exhibits'),
        template_code='{{ value.all|length }}',
        orderable=False,
    ),
    'kit_showcase_exhibits',
    SiteTable,
)
