from netbox.views import generic


class ProbeView(generic.ObjectView):
    template_name = "netbox_example/probe.html"


ProbeView.template_name = "netbox_example/other.html"
