from datetime import timedelta

from core.choices import JobIntervalChoices
from django.apps import apps
from django.db.models import Count
from django.utils import timezone
from netbox.jobs import JobRunner, system_job

from .models import Exhibit

__all__ = (
    'CountExhibitJob',
    'KitShowcaseHousekeepingJob',
)


class CountExhibitJob(JobRunner):
    """
    Count objects of Exhibit by status.

    Start it from a view or a script: `CountExhibitJob.enqueue(user=request.user)`
    """

    class Meta:
        name = 'Showcase: count exhibits'

    def run(self, *args, **kwargs):
        by = 'status'
        queryset = Exhibit.objects.order_by(by).values_list(by)
        # What is in a job's data, its page shows.
        self.job.data = dict(queryset.annotate(count=Count('pk')))
        self.logger.info(f'Counted {sum(self.job.data.values())} objects')


@system_job(interval=JobIntervalChoices.INTERVAL_DAILY)
class KitShowcaseHousekeepingJob(JobRunner):
    """
    Report how many objects nobody has changed for a year. NetBox's worker runs it once a day.
    """

    class Meta:
        name = 'Showcase: housekeeping'

    def run(self, *args, **kwargs):
        plugin = apps.get_app_config('netbox_kit_showcase')
        a_year_ago = timezone.now() - timedelta(days=365)
        self.job.data = {
            model._meta.label: model.objects.filter(last_updated__lt=a_year_ago).count()
            for model in plugin.get_models()
        }
        self.logger.info(f'{sum(self.job.data.values())} objects are unchanged for a year')
