from netbox.search import SearchIndex, register_search

from . import models

__all__ = (
    'ComplianceReportIndex',
    'ComplianceSelectorIndex',
    'ComplianceTestIndex',
)


@register_search
class ComplianceSelectorIndex(SearchIndex):
    model = models.ComplianceSelector
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('status', 'description')


@register_search
class ComplianceTestIndex(SearchIndex):
    model = models.ComplianceTest
    fields = (
        ('name', 100),
        ('description', 500),
        ('comments', 5000),
    )
    display_attrs = ('severity', 'source_file', 'description')


@register_search
class ComplianceReportIndex(SearchIndex):
    model = models.ComplianceReport
    fields = (('title', 200),)
    display_attrs = ()
