from django.contrib.auth.decorators import login_required
from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, JsonResponse
from django.utils.decorators import method_decorator
from django.views.generic import TemplateView, View
from netbox.views import generic
from somewhere.views import ProtectedView
from utilities.views import ConditionalLoginRequiredMixin, ObjectPermissionRequiredMixin

from .models import Probe


class AboutView(View):
    def get(self, request):
        return HttpResponse("An example")


class HelpView(TemplateView):
    template_name = "netbox_example/help.html"


class ProbeView(generic.ObjectView):
    queryset = Probe.objects.all()


class ProbeCountView(ConditionalLoginRequiredMixin, View):
    def get(self, request):
        return HttpResponse(str(Probe.objects.restrict(request.user, "view").count()))


class ProbeStartView(ObjectPermissionRequiredMixin, View):
    queryset = Probe.objects.all()

    def get_required_permission(self):
        return "netbox_example.view_probe"

    def post(self, request):
        return HttpResponse("started")


class CarefulView(View):
    def get(self, request):
        if not request.user.has_perm("netbox_example.view_probe"):
            return HttpResponse(status=403)
        return HttpResponse(str(Probe.objects.count()))


@method_decorator(login_required, name="dispatch")
class DecoratedView(View):
    def post(self, request):
        return HttpResponse(str(Probe.objects.count()))


class TheirsView(ProtectedView, View):
    def post(self, request):
        return HttpResponse(str(Probe.objects.count()))


class BaseView(LoginRequiredMixin, View):
    pass


class DerivedView(BaseView):
    def post(self, request):
        return HttpResponse(str(Probe.objects.count()))


@login_required
def probes(request):
    return JsonResponse({"names": list(Probe.objects.values_list("name", flat=True))})


def about(request):
    return JsonResponse({"name": "example"})
