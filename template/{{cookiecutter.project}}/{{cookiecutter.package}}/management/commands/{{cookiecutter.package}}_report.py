{% if plugin.features.management_command %}
import json

from django.apps import apps
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = {{ ('Report what ' ~ plugin.title ~ ' keeps in the database') | repr }}

    def add_arguments(self, parser):
        parser.add_argument('--format', choices=('text', 'json'), default='text')

    def handle(self, *args, **options):
        plugin = apps.get_app_config({{ plugin.package | repr }})
        counts = {model._meta.label: model.objects.count() for model in plugin.get_models()}
        if options['format'] == 'json':
            self.stdout.write(json.dumps({'plugin': plugin.name, 'version': plugin.version, 'objects': counts}))
            return
        self.stdout.write(f'{plugin.verbose_name} {plugin.version}')
        for label, count in counts.items():
            self.stdout.write(f'{label}: {count}')
{% endif %}
