from dcim.choices import DeviceStatusChoices
from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext_lazy as _
from netbox.models import NetBoxModel, PrimaryModel
from netbox.models.features import JobsMixin

from .choices import ComplianceTestSeverityChoices
from .expressions import ExpressionError, parse

__all__ = (
    'ComplianceReport',
    'ComplianceSelector',
    'ComplianceTest',
    'ComplianceTestResult',
)


class ComplianceSelector(PrimaryModel):
    """Says which devices a test is for."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    sites = models.ManyToManyField(
        to='dcim.Site', verbose_name=_('sites'), related_name='kit_compliance_selectors', blank=True
    )
    roles = models.ManyToManyField(
        to='dcim.DeviceRole', verbose_name=_('roles'), related_name='kit_compliance_selectors', blank=True
    )
    platforms = models.ManyToManyField(
        to='dcim.Platform', verbose_name=_('platforms'), related_name='kit_compliance_selectors', blank=True
    )
    device_tags = models.ManyToManyField(
        to='extras.Tag',
        verbose_name=_('device tags'),
        help_text=_('Devices that have any of these tags'),
        related_name='kit_compliance_selectors',
        blank=True,
    )
    status = models.CharField(
        verbose_name=_('status'),
        help_text=_('The status that devices have'),
        choices=DeviceStatusChoices,
        max_length=50,
        blank=True,
        null=True,
    )

    clone_fields = ('status',)

    class Meta:
        ordering = ('name',)
        verbose_name = _('selector')
        verbose_name_plural = _('selectors')

    def __str__(self):
        return self.name

    def get_status_color(self):
        return DeviceStatusChoices.colors.get(self.status)


class ComplianceTest(PrimaryModel):
    """An expression that is true of devices that comply."""

    name = models.CharField(verbose_name=_('name'), max_length=100, unique=True)
    severity = models.CharField(
        verbose_name=_('severity'),
        choices=ComplianceTestSeverityChoices,
        max_length=50,
        default=ComplianceTestSeverityChoices.SEVERITY_MIDDLE,
    )
    enabled = models.BooleanField(verbose_name=_('enabled'), default=True)
    selectors = models.ManyToManyField(
        to='netbox_kit_compliance.ComplianceSelector', verbose_name=_('selectors'), related_name='tests', blank=True
    )
    expression = models.TextField(
        verbose_name=_('expression'),
        help_text=_('True of a device that complies; it knows device, config and context'),
        blank=True,
    )
    source_file = models.ForeignKey(
        to='core.DataFile',
        verbose_name=_('file'),
        help_text=_('Where the expression is read from instead'),
        on_delete=models.SET_NULL,
        related_name='kit_compliance_tests',
        blank=True,
        null=True,
    )

    clone_fields = ('severity', 'enabled', 'source_file')

    class Meta:
        ordering = ('name',)
        permissions = (('run', 'Run tests'),)
        verbose_name = _('test')
        verbose_name_plural = _('tests')

    def __str__(self):
        return self.name

    def get_severity_color(self):
        return ComplianceTestSeverityChoices.colors.get(self.severity)

    def clean(self):
        super().clean()

        given = [name for name in ('expression', 'source_file') if getattr(self, name) not in (None, '')]
        if len(given) != 1:
            raise ValidationError(_('A test has either an expression or a file with one.'))
        try:
            self.get_expression()
        except ExpressionError as error:
            raise ValidationError({given[0]: str(error)}) from None

    def get_expression(self):
        """
        What it tests, ready to be evaluated. Raise ExpressionError if its text is no expression.
        """
        if not self.source_file:
            return parse(self.expression)
        try:
            # NetBox 4.5 to 4.7 keep the contents of a file in the database, as bytes.
            return parse(bytes(self.source_file.data).decode())
        except UnicodeDecodeError:
            raise ExpressionError(f'{self.source_file.path} is no text.') from None


# Its jobs come first: NetBox deletes them in batches then.
class ComplianceReport(JobsMixin, NetBoxModel):
    """What came of tests that were run at a time."""

    title = models.CharField(verbose_name=_('title'), max_length=100)
    started = models.DateTimeField(verbose_name=_('started'))
    finished = models.DateTimeField(verbose_name=_('finished'), blank=True, null=True)
    devices = models.IntegerField(verbose_name=_('devices'), default=0)
    passed = models.IntegerField(verbose_name=_('passed'), default=0)
    failed = models.IntegerField(verbose_name=_('failed'), default=0)

    class Meta:
        ordering = ('-started',)
        verbose_name = _('report')
        verbose_name_plural = _('reports')

    def __str__(self):
        return self.title


class ComplianceTestResult(NetBoxModel):
    """What came of a test of a device."""

    report = models.ForeignKey(
        to='netbox_kit_compliance.ComplianceReport',
        verbose_name=_('report'),
        on_delete=models.CASCADE,
        related_name='results',
    )
    test = models.ForeignKey(
        to='netbox_kit_compliance.ComplianceTest',
        verbose_name=_('test'),
        on_delete=models.CASCADE,
        related_name='results',
    )
    device = models.ForeignKey(
        to='dcim.Device', verbose_name=_('device'), on_delete=models.CASCADE, related_name='kit_compliance_results'
    )
    passed = models.BooleanField(verbose_name=_('passed'), default=False)
    explanation = models.JSONField(verbose_name=_('explanation'), blank=True, null=True)

    clone_fields = ('report', 'test', 'device', 'passed')

    class Meta:
        # Report, test and device would be three joins for a list of 100,000, each with an ordering of its own.
        ordering = ('-pk',)
        constraints = (
            models.UniqueConstraint(fields=('report', 'test', 'device'), name='netbox_kit_compliance_result_unique'),
        )
        verbose_name = _('result')
        verbose_name_plural = _('results')

    def __str__(self):
        # Nothing that it leads to: who may see the result may not be allowed to see the test or the device.
        return _('Result {id}').format(id=self.pk)

    @property
    def steps(self):
        """
        Pairs of a part of the expression and its value.
        """
        return (self.explanation or {}).get('steps', ())

    @property
    def error(self):
        return (self.explanation or {}).get('error', '')
