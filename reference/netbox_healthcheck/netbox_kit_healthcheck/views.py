from django.contrib.auth.mixins import AccessMixin
from django.http import HttpResponse, HttpResponseBadRequest, JsonResponse
from django.shortcuts import render
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.generic import View

from . import openmetrics
from .access import DETAILS, NOTHING, told_to
from .api.serializers import ReportSerializer
from .reports import make_report

#
# Home page
#

HTML, JSON, OPENMETRICS = 'html', 'json', 'openmetrics'
MEDIA_TYPES = {
    'text/html': HTML,
    'application/json': JSON,
    openmetrics.MEDIA_TYPE: OPENMETRICS,
}


# NetBox's LOGIN_REQUIRED is enforced by mixins of its views, not by a middleware. This view has none of them, because a
# load balancer does not log in; `told_to` decides what is said.
@method_decorator(never_cache, name='dispatch')
class HomeView(AccessMixin, View):
    http_method_names = ['get', 'head', 'options']

    def get(self, request):
        chosen = self._format()
        if chosen not in MEDIA_TYPES.values():
            names = ', '.join(MEDIA_TYPES.values())
            return HttpResponseBadRequest(_('No such format; there are {names}').format(names=names), 'text/plain')
        told = told_to(request.user)
        if told == NOTHING:
            return self._refuse(chosen)
        answer = {HTML: self._html, JSON: self._json, OPENMETRICS: self._openmetrics}[chosen]
        return answer(make_report(), told == DETAILS)

    def _format(self):
        """
        What the query says, else what the client prefers; a client that accepts none of them gets a page.
        """
        if 'format' in self.request.GET:
            return self.request.GET['format']
        # Prometheus adds parameters to its media type that Django's get_preferred_type() would want to be offered, too.
        accepted = (f'{media_type.main_type}/{media_type.sub_type}' for media_type in self.request.accepted_types)
        return next((MEDIA_TYPES[each] for each in accepted if each in MEDIA_TYPES), HTML)

    def _refuse(self, chosen):
        if chosen == HTML:
            return self.handle_no_permission()
        return JsonResponse({'detail': _('Log in, or use the REST API with a token.')}, status=403)

    def _html(self, report, details):
        page = 'home' if self.request.user.is_authenticated else 'anonymous'
        context = {'report': report, 'details': details}
        return render(self.request, f'netbox_kit_healthcheck/{page}.html', context, status=report.http_status)

    def _json(self, report, details):
        return JsonResponse(ReportSerializer(report, details=details).data, status=report.http_status)

    def _openmetrics(self, report, details):
        # Always 200: Prometheus throws away the metrics of any other answer, just when they matter.
        return HttpResponse(openmetrics.render(report, details), content_type=openmetrics.CONTENT_TYPE)
