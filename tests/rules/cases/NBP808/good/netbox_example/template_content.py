from netbox.plugins import PluginTemplateExtension

from .models import Probe, Setting


class SiteProbes(PluginTemplateExtension):
    models = ["dcim.site"]

    def right_page(self):
        user = self.context["request"].user
        probes = Probe.objects.restrict(user, "view").filter(site=self.context["object"])
        return self.render("netbox_example/probes.html", extra_context={"probes": probes})

    def left_page(self):
        if not self.context["request"].user.has_perm("netbox_example.view_probe"):
            return ""
        return self.render("netbox_example/probes.html", extra_context={"probes": Probe.objects.all()})

    def alerts(self):
        return self.render("netbox_example/alerts.html", extra_context={"settings": Setting.objects.all()})

    def buttons(self):
        probe = Probe.objects.select_related("site").filter(pk=self.context["object"].pk).first()
        return self.render("netbox_example/buttons.html", extra_context={"probe": probe})


template_extensions = [SiteProbes]
