from django.apps import apps
from django.conf import settings


class KitShowcaseMiddleware:
    """
    Tell in a header of the plugin's own pages, and of no others, which version of it answers. It is not for strangers:
    who is not logged in does not learn it.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.plugin = apps.get_app_config('netbox_kit_showcase')
        root = f'/{settings.BASE_PATH}'
        self.paths = (f'{root}plugins/{self.plugin.base_url}/', f'{root}api/plugins/{self.plugin.base_url}/')

    def __call__(self, request):
        response = self.get_response(request)
        if request.path.startswith(self.paths) and request.user.is_authenticated:
            response['X-NetBox-Plugin'] = f'{self.plugin.name}/{self.plugin.version}'
        return response
