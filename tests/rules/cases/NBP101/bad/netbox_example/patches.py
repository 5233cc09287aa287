from django.apps import apps
from django.contrib.contenttypes.fields import GenericRelation
from django.db.models import CharField as Text
from django.db.models.signals import class_prepared

from dcim import models as core
from dcim.models import *
from ipam.models import Prefix

MODELS = {"device": core.Device, "site": Site}


class OwnerField(Text):
    pass


def extend(model, name):
    OwnerField(max_length=50).contribute_to_class(model, name)  # expect: NBP101


def apply():
    for model in MODELS.values():
        extend(model, "owner_code")
    device = apps.get_model("dcim", "Device")
    setattr(device, "shelf", Text(max_length=10))  # expect: NBP101
    alias = core.Device
    alias.add_to_class("slot", Text(max_length=10))  # expect: NBP101
    Prefix.colour = Text(max_length=10)  # expect: NBP101


class_prepared.connect(
    lambda sender, **kwargs: sender.add_to_class("late", Text(max_length=10)),  # expect: NBP101
    sender=core.Rack,
)
