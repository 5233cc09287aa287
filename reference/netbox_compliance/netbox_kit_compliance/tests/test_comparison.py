from datetime import timedelta

from django.utils import timezone
from netbox_plugin_kit.testing import TestCase, create

from ..comparison import compare, get_earlier_reports
from ..models import ComplianceReport, ComplianceTestResult
from .factories import create_compliance_report, create_compliance_test, create_compliance_test_result
from .permissions import grant


class ComparisonTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        now = timezone.now()
        cls.before = create_compliance_report(started=now - timedelta(days=1), finished=now, title='Before')
        cls.after = create_compliance_report(started=now, finished=now, title='After')
        cls.test = create_compliance_test(name='The test')
        for name, before, after in (
            ('broken', True, False),
            ('fixed', False, True),
            ('same', True, True),
            ('new', None, False),
            ('gone', True, None),
        ):
            device = create('dcim.device', name=name)
            for report, passed in ((cls.before, before), (cls.after, after)):
                if passed is not None:
                    create_compliance_test_result(report=report, test=cls.test, device=device, passed=passed)

    def compare(self, limit=100):
        return compare(self.before, self.after, ComplianceTestResult.objects.all(), limit)

    def test_changes(self):
        counts, changes = self.compare()

        self.assertEqual(
            [(change.kind.name, change.result.device.name) for change in changes],
            [('broken', 'broken'), ('fixed', 'fixed'), ('new-failed', 'new'), ('gone-passed', 'gone')],
        )
        self.assertEqual([count for _kind, count in counts], [1, 1, 1, 1])
        self.assertIsNone(changes[2].before)
        self.assertIsNone(changes[3].after)

    def test_limit(self):
        counts, changes = self.compare(limit=1)

        self.assertEqual((len(changes), len(counts)), (1, 4))

    def test_queries(self):
        with self.assertNumQueries(3):
            self.compare()

    def test_earlier_reports(self):
        running = create_compliance_report(started=self.before.started - timedelta(days=1))
        reports = get_earlier_reports(self.after, ComplianceReport.objects.all())

        self.assertEqual(list(reports), [self.before])
        self.assertNotIn(running, reports)


class ComparisonPageTestCase(ComparisonTestCase):
    def test_page(self):
        url = self.after.get_absolute_url() + 'compare/'
        self.add_permissions(
            'netbox_kit_compliance.view_compliancereport', 'netbox_kit_compliance.view_compliancetestresult'
        )

        page = self.client.get(url)
        self.assertContains(page, 'Broken')
        self.assertContains(page, 'Before')
        self.assertContains(self.client.get(f'{url}?with={self.before.pk}'), 'Fixed')
        # Neither a report that is not earlier nor nonsense
        self.assertContains(self.client.get(f'{url}?with={self.after.pk}'), 'Fixed')
        self.assertContains(self.client.get(f'{self.before.get_absolute_url()}compare/'), 'There is no earlier report')

    def test_a_report_that_may_not_be_viewed_is_not_compared_with(self):
        self.add_permissions('netbox_kit_compliance.view_compliancetestresult')
        grant(self.user, ComplianceReport, 'view', pk=self.after.pk)

        page = self.client.get(f'{self.after.get_absolute_url()}compare/?with={self.before.pk}')
        self.assertContains(page, 'There is no earlier report')
