import threading
import time

from django.db import connections
from netbox_plugin_kit.testing import TestCase, disable_logging

from netbox_kit_healthcheck import checks
from netbox_kit_healthcheck.checks import Check
from netbox_kit_healthcheck.reports import Report, Result, Status, run_checks

from . import own_checks


class ReportTestCase(TestCase):
    def result(self, check, timeout=60):
        with disable_logging():
            return run_checks([check], timeout).checks[0]

    def test_well(self):
        result = self.result(own_checks.Well())
        self.assertEqual((result.name, result.description), ('well', 'All is well'))
        self.assertEqual((result.status, result.message), (Status.OK, ''))

    def test_message(self):
        result = self.result(own_checks.AtMost(limit=3))
        self.assertEqual((result.status, result.message), (Status.OK, '3 allowed'))

    def test_failure_and_warning(self):
        self.assertEqual(self.result(own_checks.Fails()).message, 'Broken "in two"')
        self.assertEqual(self.result(own_checks.Fails()).status, Status.FAILED)
        self.assertEqual(self.result(own_checks.Warns()).status, Status.WARNING)

    def test_no_secrets(self):
        for check in (own_checks.Leaks(), checks.Redis(url='redis://:geheim@127.0.0.1:1/0')):
            with self.subTest(check=check.name):
                self.assertEqual(self.result(check).status, Status.FAILED)
                self.assertNotIn('geheim', repr(self.result(check)))
                self.assertNotIn('geheim', repr(check))

    def test_duration(self):
        class Slow(Check):
            name = 'slow'

            def run(self):
                time.sleep(0.2)

        self.assertGreaterEqual(self.result(Slow()).duration, 0.2)

    def test_all_at_once(self):
        both = threading.Barrier(2)

        class Meets(Check):
            def run(self):
                both.wait(30)

        report = run_checks([Meets(name='one'), Meets(name='two')], timeout=60)
        self.assertEqual([result.status for result in report.checks], [Status.OK, Status.OK])

    def test_time_out(self):
        self.addCleanup(own_checks.release.clear)
        before = threading.active_count()
        started = time.monotonic()
        for _asked in range(3):
            result = self.result(own_checks.Hangs(timeout=0.2))
            self.assertEqual((result.status, result.message), (Status.TIMED_OUT, 'No answer within 0.2 s'))
        self.assertLess(time.monotonic() - started, 30)
        # However often it is asked, one thread hangs.
        self.assertEqual(threading.active_count(), before + 1)
        own_checks.release.set()
        self.assertEqual(self.result(own_checks.Hangs(timeout=60)).status, Status.OK)

    def test_connections_are_closed(self):
        opened = []

        class Opens(checks.Database):
            def run(self):
                super().run()
                opened.append(connections['default'])

        self.assertEqual(self.result(Opens(name='opens')).status, Status.OK)
        self.assertIsNone(opened[0].connection)

    def test_status_of_all(self):
        def status(*states):
            return Report(tuple(Result('', '', state, '', 0) for state in states)).status

        self.assertEqual(status(Status.OK, Status.OK), Status.OK)
        self.assertEqual(status(Status.OK, Status.WARNING), Status.WARNING)
        self.assertEqual(status(Status.OK, Status.WARNING, Status.FAILED), Status.FAILED)
        self.assertEqual(status(Status.OK, Status.TIMED_OUT), Status.FAILED)
