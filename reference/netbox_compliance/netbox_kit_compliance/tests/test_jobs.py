from datetime import timedelta

import django_rq
from core.choices import JobStatusChoices
from core.models import DataFile
from dcim.choices import DeviceStatusChoices
from dcim.models import Device
from django.db import connection
from django.test import override_settings
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from netbox_plugin_kit.testing import TestCase, create
from rq import SimpleWorker

from ..jobs import QUEUE, RunComplianceTests, remove_old_reports, start_run
from ..models import ComplianceReport, ComplianceTestResult
from .factories import create_compliance_report, create_compliance_selector, create_compliance_test
from .permissions import grant


def configure(**settings):
    from django.conf import settings as django_settings

    changed = {**django_settings.PLUGINS_CONFIG['netbox_kit_compliance'], **settings}
    return override_settings(
        PLUGINS_CONFIG={**django_settings.PLUGINS_CONFIG, 'netbox_kit_compliance': changed},
    )


class RunTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        cls.active = create('dcim.device', name='active', status=DeviceStatusChoices.STATUS_ACTIVE)
        cls.planned = create('dcim.device', name='planned', status=DeviceStatusChoices.STATUS_PLANNED)

    def setUp(self):
        super().setUp()
        self.add_permissions('dcim.view_device')

    def run_tests(self, *tests, **options):
        """
        By a worker of the plugin's own queue.
        """
        with self.captureOnCommitCallbacks(execute=True):
            report = start_run(self.user, tests, **options)
        django_rq.get_worker(QUEUE, worker_class=SimpleWorker).work(burst=True)
        report.refresh_from_db()
        self.assertEqual(report.jobs.get().status, JobStatusChoices.STATUS_COMPLETED, report.jobs.get().error)
        return report

    def get_outcomes(self, report):
        return {result.device.name: result.passed for result in report.results.all()}

    def test_a_run(self):
        test = create_compliance_test(expression="device.status == 'active'")

        report = self.run_tests(test, title='Before')

        self.assertEqual(self.get_outcomes(report), {'active': True, 'planned': False})
        self.assertEqual((report.title, report.devices, report.passed, report.failed), ('Before', 2, 1, 1))
        self.assertGreater(report.finished, report.started)
        result = report.results.get(device=self.planned)
        self.assertEqual(result.steps, [['device.status', 'planned'], ["device.status == 'active'", False]])
        self.assertEqual(result.error, '')

    def test_the_job_is_in_the_plugins_queue(self):
        queue = django_rq.get_queue('netbox_kit_compliance.compliance')
        self.addCleanup(queue.empty)

        with self.captureOnCommitCallbacks(execute=True):
            report = start_run(self.user, [create_compliance_test()])

        self.assertEqual(queue.job_ids, [str(report.jobs.get().job_id)])
        self.assertIsNone(report.finished)

    def test_only_devices_that_the_user_may_view(self):
        self.remove_permissions('dcim.view_device')
        grant(self.user, Device, 'view', name='active')

        report = self.run_tests(create_compliance_test(expression='True'))

        self.assertEqual(self.get_outcomes(report), {'active': True})

    def test_some_devices(self):
        report = self.run_tests(create_compliance_test(expression='True'), devices=[self.planned])

        self.assertEqual(self.get_outcomes(report), {'planned': True})

    def test_selectors(self):
        selectors = [create_compliance_selector(status=DeviceStatusChoices.STATUS_PLANNED)]

        report = self.run_tests(create_compliance_test(expression='True', selectors=selectors))

        self.assertEqual(self.get_outcomes(report), {'planned': True})

    def test_an_expression_from_a_file(self):
        file = create('core.datafile', data=b"device.name == 'active'")

        report = self.run_tests(create_compliance_test(expression='', source_file=file))

        self.assertEqual(self.get_outcomes(report), {'active': True, 'planned': False})

    def test_a_file_with_no_expression_fails_the_test_and_no_other(self):
        DataFile.objects.all().delete()
        bad = create_compliance_test(expression='', source_file=create('core.datafile', data=b'import os'))
        good = create_compliance_test(expression='True')

        report = self.run_tests(bad, good)

        self.assertEqual((report.passed, report.failed), (2, 2))
        self.assertIn('This is no expression', report.results.filter(test=bad).first().error)

    def test_a_rendered_configuration(self):
        template = create('extras.configtemplate', template_code='hostname {{ device.name }}\nmtu {{ mtu }}')
        self.active.config_template = template
        self.active.local_context_data = {'mtu': 9214}
        self.active.save()

        report = self.run_tests(
            create_compliance_test(expression='config.data.hostname == device.name and context.mtu == 9214')
        )

        self.assertEqual(self.get_outcomes(report), {'active': True, 'planned': False})
        self.assertEqual(report.results.get(device=self.planned).error, 'the device has no configuration template')

    def test_a_configuration_from_a_file(self):
        source = create('core.datasource', name='Backups')
        create('core.datafile', source=source, path='active.yml', data=b'ntp: {servers: [192.0.2.1]}')
        test = create_compliance_test(expression='len(config.data.ntp.servers) == 1')

        with configure(configuration='file', data_source='Backups', path='{name}.yml'):
            report = self.run_tests(test)

        self.assertEqual(self.get_outcomes(report), {'active': True, 'planned': False})
        self.assertEqual(report.results.get(device=self.planned).error, 'the data source has no file planned.yml')

    def test_more_devices_take_no_more_queries(self):
        test = create_compliance_test(expression='device.interfaces == [] and context == {}')
        counts = []
        for number in range(2):
            for each in range(number * 8):
                create('dcim.device', name=f'more {each}')
            with CaptureQueriesContext(
                connection,
            ) as queries:
                report = start_run(self.user, [test])
                RunComplianceTests(report.jobs.get()).run(tests=[test.pk])
            counts.append(len(queries))
        self.assertEqual(counts[0], counts[1])
        self.assertEqual(ComplianceTestResult.objects.filter(report=report).count(), 10)


class RetentionTestCase(TestCase):
    def test_the_oldest_finished_reports_go(self):
        now = timezone.now()
        reports = [
            create_compliance_report(started=now - timedelta(days=days), finished=now - timedelta(days=days))
            for days in range(4)
        ]
        running = create_compliance_report(started=now - timedelta(days=9))

        with configure(store_reports=2):
            remove_old_reports()

        self.assertEqual(set(ComplianceReport.objects.all()), {*reports[:2], running})
