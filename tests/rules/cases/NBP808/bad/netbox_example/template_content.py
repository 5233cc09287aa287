from dcim.models import Device
from netbox.plugins import PluginTemplateExtension

from . import models
from .models import Probe


class SiteProbes(PluginTemplateExtension):
    models = ["dcim.site"]

    def right_page(self):
        probes = Probe.objects.filter(site=self.context["object"])  # expect: NBP808
        return self.render("netbox_example/probes.html", extra_context={"probes": probes})

    def full_width_page(self):
        devices = list(Device.objects.all())  # expect: NBP808
        return self.render("netbox_example/devices.html", extra_context={"devices": devices})


template_extensions = [SiteProbes]
