from dcim.models import Device, Site

LABELS = {}


def work(pk, name):
    device = Device.objects.get(pk=pk)
    device.name = name
    device.tags.add("seen")
    device.custom_field_data["x"] = 1
    device.custom_field_data.update(y=2)
    setattr(device, "comments", "")
    Site.objects.filter(pk=pk).update(name=name)
    Site.objects.update(name=name)
    fields = list(Device.clone_fields)
    fields.append("serial")
    LABELS[Device] = fields
    LABELS.update({Site: name})
    fresh = Site(name=name)
    fresh.slug = name
    fresh._meta_note = 1
    model = Device
    model = Helper
    model.save = None


class Helper:
    pass
