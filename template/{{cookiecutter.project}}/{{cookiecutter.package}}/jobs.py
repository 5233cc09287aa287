{% if plugin.features.jobs or plugin.features.system_jobs %}
{% set model = code.features.main(plugin) %}
{% set field = code.features.counted(model) if model else None %}
{% set logger = 'self.logger' if plugin.netbox.since('4.4') else 'logger' %}
import logging
from datetime import timedelta

from core.choices import JobIntervalChoices
from dcim.models import Site
from django.apps import apps
from django.db.models import Count
from django.utils import timezone
from netbox.jobs import JobRunner, system_job

{% if model %}
from .models import {{ model.name }}

{% endif %}
__all__ = (
{% if plugin.features.jobs %}
    'Count{{ model.name if model else 'Site' }}Job',
{% endif %}
{% if plugin.features.system_jobs %}
    '{{ code.features.prefix(plugin) }}HousekeepingJob',
{% endif %}
)
{% if logger == 'logger' %}

# Jobs have a logger of their own, whose messages NetBox shows, since NetBox 4.4.
logger = logging.getLogger('netbox.jobs.{{ plugin.package }}')
{% endif %}
{% if plugin.features.jobs %}


class Count{{ model.name if model else 'Site' }}Job(JobRunner):
    """
    Count objects of {{ model.name if model else 'Site' }}{% if field or not model %} by {{ field.name if field else 'status' }}{% endif %}.

    Start it from a view or a script: `Count{{ model.name if model else 'Site' }}Job.enqueue(user=request.user)`
    """
    class Meta:
        name = {{ (plugin.title ~ ': count ' ~ (model.verbose_name_plural if model else 'sites')) | repr }}

    def run(self, *args, **kwargs):
{% if field or not model %}
        by = '{{ field.name if field else 'status' }}'
        queryset = {{ model.name if model else 'Site' }}.objects.order_by(by).values_list(by)
        # What is in a job's data, its page shows.
        self.job.data = dict(queryset.annotate(count=Count('pk')))
{% else %}
        # What is in a job's data, its page shows.
        self.job.data = {'total': {{ model.name }}.objects.count()}
{% endif %}
        {{ logger }}.info(f'Counted {sum(self.job.data.values())} objects')
{% endif %}
{% if plugin.features.system_jobs %}


@system_job(interval=JobIntervalChoices.INTERVAL_DAILY)
class {{ code.features.prefix(plugin) }}HousekeepingJob(JobRunner):
    """
{% if plugin.models %}
    Report how many objects nobody has changed for a year. NetBox's worker runs it once a day.
{% else %}
    Say that the plugin is there. NetBox's worker runs it once a day.
{% endif %}
    """
    class Meta:
        name = {{ (plugin.title ~ ': housekeeping') | repr }}

    def run(self, *args, **kwargs):
        plugin = apps.get_app_config({{ plugin.package | repr }})
{% if plugin.models %}
        a_year_ago = timezone.now() - timedelta(days=365)
        self.job.data = {
            model._meta.label: model.objects.filter(last_updated__lt=a_year_ago).count()
            for model in plugin.get_models()
        }
        {{ logger }}.info(f'{sum(self.job.data.values())} objects are unchanged for a year')
{% else %}
        self.job.data = {'version': plugin.version}
        {{ logger }}.info(f'{plugin.verbose_name} {plugin.version} has nothing to tidy up')
{% endif %}
{% endif %}
{% endif %}
