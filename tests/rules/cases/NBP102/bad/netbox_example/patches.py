import importlib
import operator
import sys
from unittest import mock

from django.utils.module_loading import import_string

from dcim import models as core
from ipam.models import Prefix


def counted(self, *args, **kwargs):
    return None


def patch(model):
    def decorate(function):
        setattr(model, function.__name__, function)  # expect: NBP102
        return function

    return decorate


@patch(core.Device)
def clean(self):
    return None


for model in (core.Site, core.Rack):
    model.save = counted  # expect: NBP102

core.Device.objects = None  # expect: NBP102
core.Device._meta.ordering = ("name",)  # expect: NBP102
core.Device._meta.get_field("name").max_length = 5  # expect: NBP102
core.Device.clone_fields += ("serial",)  # expect: NBP102
core.Device.clone_fields.append("serial")  # expect: NBP102
del Prefix.get_absolute_url  # expect: NBP102
delattr(Prefix, "clean")  # expect: NBP102
vars(Prefix)["clean"] = counted  # expect: NBP102
type.__setattr__(Prefix, "clean", counted)  # expect: NBP102
sys.modules["ipam.models"].VLAN.save = counted  # expect: NBP102
import_string("ipam.models.VRF").save = counted  # expect: NBP102
importlib.import_module("ipam.models").ASN.save = counted  # expect: NBP102
getattr(core, "Cable").save = counted  # expect: NBP102
core.Region.add_to_class("label", property(counted))  # expect: NBP102
mock.patch.object(core.Site, "clean", counted).start()  # expect: NBP102
mock.patch("dcim.models.Site.full_clean", counted).start()  # expect: NBP102
list(map(lambda model: setattr(model, "delete", counted), [core.Site]))  # expect: NBP102
operator.setitem(core.Site.__dict__, "clean", counted)  # expect: NBP102
first, core.Site.snapshot = counted, counted  # expect: NBP102
