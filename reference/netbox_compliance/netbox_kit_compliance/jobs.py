"""
Runs of tests, in the background.
"""

from collections import Counter

from dcim.models import Device
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from netbox.jobs import JobRunner
from netbox.plugins import get_plugin_config

from .configurations import get_files
from .expressions import ExpressionError, evaluate
from .facts import Facts, get_devices_with_facts
from .models import ComplianceReport, ComplianceTest, ComplianceTestResult
from .selection import get_tested_devices

__all__ = ('QUEUE', 'RunComplianceTests', 'start_run')

# NetBox puts the package's name before that of a plugin's queue.
QUEUE = 'netbox_kit_compliance.compliance'

# Devices that are looked at together: as many as fit into memory with all of their interfaces
BATCH = 200


def start_run(user, tests, devices=None, title=''):
    """
    Begin a run of these tests in the background, on these devices or on all that the user may view; its report.
    """
    tests = list(tests)
    with transaction.atomic():
        report = ComplianceReport(title=title or _get_title(tests), started=timezone.now())
        report.full_clean()
        report.save()
        RunComplianceTests.enqueue(
            instance=report,
            user=user,
            queue_name=QUEUE,
            job_timeout=get_plugin_config('netbox_kit_compliance', 'run_seconds'),
            tests=[test.pk for test in tests],
            devices=None if devices is None else [device.pk for device in devices],
        )
    return report


def _get_title(tests):
    if len(tests) == 1:
        return tests[0].name
    return _('{count} tests').format(count=len(tests))


class RunComplianceTests(JobRunner):
    class Meta:
        name = 'Run compliance tests'

    def run(self, tests, devices=None, **kwargs):
        report = self.job.object
        allowed = Device.objects.restrict(self.job.user, 'view')
        if devices is not None:
            allowed = allowed.filter(pk__in=devices)
        run = _Run(report, allowed, get_plugin_config('netbox_kit_compliance', 'expression_seconds'))
        for test in ComplianceTest.objects.filter(pk__in=tests).select_related('source_file'):
            run.add(test)
        counts = run.run()
        ComplianceReport.objects.filter(pk=report.pk).update(
            finished=timezone.now(), devices=len(run.devices), passed=counts[True], failed=counts[False]
        )
        remove_old_reports()


class _Run:
    """
    Which tests are for which devices, and what comes of them.
    """

    def __init__(self, report, allowed, seconds):
        self._report = report
        self._allowed = allowed
        self._seconds = seconds
        self._tests = []
        self._names = set()
        self.devices = set()

    def add(self, test):
        try:
            expression = test.get_expression()
            self._names |= expression.names
        except ExpressionError as error:
            expression = error
        chosen = set(get_tested_devices(test, self._allowed).values_list('pk', flat=True))
        self._tests.append((test, expression, chosen))
        self.devices |= chosen

    def run(self):
        counts = Counter()
        pks = sorted(self.devices)
        for start in range(0, len(pks), BATCH):
            queryset = Device.objects.filter(pk__in=pks[start : start + BATCH]).annotate_config_context_data()
            devices = list(get_devices_with_facts(queryset, self._names))
            files = get_files(devices) if 'config' in self._names else {}
            results = [result for device in devices for result in self._test(device, files)]
            # A batch is there as a whole or not at all, and can be looked at while the others run.
            ComplianceTestResult.objects.bulk_create(results, batch_size=1000)
            counts.update(result.passed for result in results)
        return counts

    def _test(self, device, files):
        facts = Facts(device, files)
        for test, expression, chosen in self._tests:
            if device.pk not in chosen:
                continue
            if isinstance(expression, ExpressionError):
                passed, explanation = False, {'steps': [], 'error': str(expression)}
            else:
                outcome = evaluate(expression, facts, self._seconds)
                passed, explanation = outcome.passed, {'steps': outcome.steps, 'error': outcome.error}
            yield ComplianceTestResult(
                report=self._report, test=test, device=device, passed=passed, explanation=explanation
            )


def remove_old_reports():
    """
    Keep as many finished reports as configured, the newest ones.
    """
    kept = get_plugin_config('netbox_kit_compliance', 'store_reports')
    finished = ComplianceReport.objects.filter(finished__isnull=False)
    for report in finished.order_by('-started', '-pk')[kept:]:
        report.delete()
