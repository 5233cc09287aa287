from django.contrib.auth.mixins import LoginRequiredMixin
from django.http import HttpResponse, JsonResponse
from django.views.generic import DetailView, View
from utilities.views import GetReturnURLMixin

from .models import Probe


class ProbeListView(View):  # expect: NBP802
    def get(self, request):
        return HttpResponse(str(Probe.objects.count()))


class ProbeStartView(GetReturnURLMixin, View):  # expect: NBP802
    def post(self, request):
        return HttpResponse("started")


class ProbeDetailView(DetailView):  # expect: NBP802
    model = Probe
    queryset = Probe.objects.all()

    def get_context_data(self, **kwargs):
        return {**super().get_context_data(**kwargs), "others": Probe.objects.all()}


class LateView(View, LoginRequiredMixin):  # expect: NBP802
    def get(self, request):
        return HttpResponse(str(Probe.objects.count()))


def probes(request):
    return JsonResponse({"names": list(Probe.objects.values_list("name", flat=True))})
