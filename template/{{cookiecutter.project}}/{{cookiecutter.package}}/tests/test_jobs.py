{% if plugin.features.jobs or plugin.features.system_jobs %}
{% set model = code.features.main(plugin) %}
{% set field = code.features.counted(model) if model else None %}
{% set count = 'Count' ~ (model.name if model else 'Site') ~ 'Job' %}
{% set housekeeping = code.features.prefix(plugin) ~ 'HousekeepingJob' %}
from core.choices import JobIntervalChoices, JobStatusChoices
from dcim.models import Site
from netbox.registry import registry
from netbox_plugin_kit.testing import TestCase

from {{ plugin.package }} import __version__
from {{ plugin.package }}.jobs import {{ count }}
from {{ plugin.package }}.jobs import {{ housekeeping }}
{% if model %}
from {{ plugin.package }}.tests.factories import create_{{ model.snake }}
{% endif %}
{% if plugin.features.jobs %}


class {{ count }}TestCase(TestCase):
    @classmethod
    def setUpTestData(cls):
{% if model %}
        instances = [create_{{ model.snake }}() for _ in range(3)]
        cls.total = len(instances)
{% else %}
        Site.objects.create(name='Site 1', slug='site-1')
        cls.total = 1
{% endif %}

    def test_enqueued(self):
        job = {{ count }}.enqueue(user=self.user)
        self.assertEqual(job.status, JobStatusChoices.STATUS_PENDING)
        self.assertIn(job, {{ count }}.get_jobs())

    def test_run(self):
        job = {{ count }}.enqueue(immediate=True)
        job.refresh_from_db()
        self.assertEqual(job.status, JobStatusChoices.STATUS_COMPLETED, job.error)
        self.assertEqual(sum(job.data.values()), self.total)
{% if plugin.netbox.since('4.4') %}
        self.assertEqual(job.log_entries[0]['message'], f'Counted {self.total} objects')
{% endif %}
{% endif %}
{% if plugin.features.system_jobs %}


class {{ housekeeping }}TestCase(TestCase):
{% if model %}
    @classmethod
    def setUpTestData(cls):
        instance = create_{{ model.snake }}()
        cls.label = instance._meta.label
        cls.count = type(instance).objects.count()
        type(instance).objects.update(last_updated='2000-01-01T00:00:00Z')

{% endif %}
    def test_runs_daily(self):
        self.assertEqual(registry['system_jobs'][{{ housekeeping }}]['interval'], JobIntervalChoices.INTERVAL_DAILY)

    def test_run(self):
        job = {{ housekeeping }}.enqueue(immediate=True)
        job.refresh_from_db()
        self.assertEqual(job.status, JobStatusChoices.STATUS_COMPLETED, job.error)
{% if model %}
        self.assertEqual(job.data[self.label], self.count)
{% else %}
        self.assertEqual(job.data, {'version': __version__})
{% endif %}
{% endif %}
{% endif %}
