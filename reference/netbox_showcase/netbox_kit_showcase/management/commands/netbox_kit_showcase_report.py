import json

from django.apps import apps
from django.core.management.base import BaseCommand


class Command(BaseCommand):
    help = 'Report what Showcase keeps in the database'

    def add_arguments(self, parser):
        parser.add_argument('--format', choices=('text', 'json'), default='text')

    def handle(self, *args, **options):
        plugin = apps.get_app_config('netbox_kit_showcase')
        counts = {model._meta.label: model.objects.count() for model in plugin.get_models()}
        if options['format'] == 'json':
            self.stdout.write(json.dumps({'plugin': plugin.name, 'version': plugin.version, 'objects': counts}))
            return
        self.stdout.write(f'{plugin.verbose_name} {plugin.version}')
        for label, count in counts.items():
            self.stdout.write(f'{label}: {count}')
