from core.choices import JobIntervalChoices, JobStatusChoices
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from netbox_kit_showcase.jobs import CountExhibitJob, KitShowcaseHousekeepingJob
from netbox_kit_showcase.tests.factories import create_exhibit


class CountExhibitJobTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        instances = [create_exhibit() for _ in range(3)]
        cls.total = len(instances)

    def test_enqueued(self):
        job = CountExhibitJob.enqueue(user=self.user)
        self.assertEqual(job.status, JobStatusChoices.STATUS_PENDING)
        self.assertIn(job, CountExhibitJob.get_jobs())

    def test_run(self):
        job = CountExhibitJob.enqueue(immediate=True)
        job.refresh_from_db()
        self.assertEqual(job.status, JobStatusChoices.STATUS_COMPLETED, job.error)
        self.assertEqual(sum(job.data.values()), self.total)
        self.assertEqual(job.log_entries[0]['message'], f'Counted {self.total} objects')


class KitShowcaseHousekeepingJobTestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
        instance = create_exhibit()
        cls.label = instance._meta.label
        cls.count = type(instance).objects.count()
        type(instance).objects.update(last_updated='2000-01-01T00:00:00Z')

    def test_runs_daily(self):
        self.assertEqual(
            registry['system_jobs'][KitShowcaseHousekeepingJob]['interval'], JobIntervalChoices.INTERVAL_DAILY
        )

    def test_run(self):
        job = KitShowcaseHousekeepingJob.enqueue(immediate=True)
        job.refresh_from_db()
        self.assertEqual(job.status, JobStatusChoices.STATUS_COMPLETED, job.error)
        self.assertEqual(job.data[self.label], self.count)
