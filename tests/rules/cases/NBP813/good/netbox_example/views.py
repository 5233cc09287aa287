from django.http import HttpResponseRedirect
from django.shortcuts import redirect
from django.utils.http import url_has_allowed_host_and_scheme
from netbox.views import generic


class StartView(generic.ObjectEditView):
    def post(self, request, pk):
        return redirect(self.get_return_url(request))

    def put(self, request, pk):
        url = request.POST["return_url"]
        if not url_has_allowed_host_and_scheme(url, allowed_hosts=None):
            url = "/"
        return HttpResponseRedirect(url)

    def patch(self, request, pk):
        url = request.POST["return_url"]
        url = "/plugins/example/"
        return redirect(url)

    def delete(self, request, pk):
        return redirect("plugins:netbox_example:probe", pk=request.POST["pk"])
