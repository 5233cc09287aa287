import django_tables2 as tables
from django.utils.translation import gettext_lazy as _
from netbox.tables import NetBoxTable, PrimaryModelTable, columns

from .models import ComplianceReport, ComplianceSelector, ComplianceTest, ComplianceTestResult

__all__ = (
    'ComplianceReportTable',
    'ComplianceSelectorTable',
    'ComplianceTestTable',
    'ComplianceTestResultTable',
)


class ComplianceSelectorTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    sites = columns.ManyToManyColumn(verbose_name=_('Sites'), linkify_item=True)
    roles = columns.ManyToManyColumn(verbose_name=_('Roles'), linkify_item=True)
    platforms = columns.ManyToManyColumn(verbose_name=_('Platforms'), linkify_item=True)
    device_tags = columns.ManyToManyColumn(verbose_name=_('Device tags'), linkify_item=True)
    status = columns.ChoiceFieldColumn(verbose_name=_('Status'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_compliance:complianceselector_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = ComplianceSelector
        fields = (
            'pk',
            'id',
            'name',
            'sites',
            'roles',
            'platforms',
            'device_tags',
            'status',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'status', 'description')


class ComplianceTestTable(PrimaryModelTable):
    name = tables.Column(verbose_name=_('Name'), linkify=True)
    severity = columns.ChoiceFieldColumn(verbose_name=_('Severity'))
    enabled = columns.BooleanColumn(verbose_name=_('Enabled'))
    selectors = columns.ManyToManyColumn(verbose_name=_('Selectors'), linkify_item=True)
    source_file = tables.Column(verbose_name=_('File'), linkify=True)
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_compliance:compliancetest_list',
    )

    class Meta(PrimaryModelTable.Meta):
        model = ComplianceTest
        fields = (
            'pk',
            'id',
            'name',
            'severity',
            'enabled',
            'selectors',
            'expression',
            'source_file',
            'description',
            'owner',
            'comments',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'name', 'severity', 'enabled', 'selectors', 'description')


class ComplianceReportTable(NetBoxTable):
    title = tables.Column(verbose_name=_('Title'), linkify=True)
    actions = columns.ActionsColumn(actions=('delete', 'changelog'))
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_compliance:compliancereport_list',
    )

    class Meta(NetBoxTable.Meta):
        model = ComplianceReport
        fields = (
            'pk',
            'id',
            'title',
            'started',
            'finished',
            'devices',
            'passed',
            'failed',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'title', 'started', 'finished', 'devices', 'passed', 'failed')


class ComplianceTestResultTable(NetBoxTable):
    id = tables.Column(verbose_name=_('ID'), linkify=True)
    report = tables.Column(verbose_name=_('Report'), linkify=True)
    test = tables.Column(verbose_name=_('Test'), linkify=True)
    device = tables.Column(verbose_name=_('Device'), linkify=True)
    passed = columns.BooleanColumn(verbose_name=_('Passed'))
    actions = columns.ActionsColumn(actions=())
    tags = columns.TagColumn(
        url_name='plugins:netbox_kit_compliance:compliancetestresult_list',
    )

    class Meta(NetBoxTable.Meta):
        model = ComplianceTestResult
        fields = (
            'pk',
            'id',
            'report',
            'test',
            'device',
            'passed',
            'tags',
            'created',
            'last_updated',
            'actions',
        )
        default_columns = ('pk', 'id', 'report', 'test', 'device', 'passed')
