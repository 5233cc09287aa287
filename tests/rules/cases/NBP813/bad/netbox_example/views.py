from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from netbox.views import generic


class StartView(generic.ObjectView):
    def post(self, request, pk):
        if pk:
            return redirect(request.GET.get("return_url"))  # expect: NBP813
        url = request.POST["return_url"]
        return HttpResponseRedirect(url)  # expect: NBP813
