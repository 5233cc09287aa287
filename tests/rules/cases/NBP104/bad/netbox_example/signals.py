from django.contrib.contenttypes.fields import GenericRelation
from django.db.backends.signals import connection_created
from django.dispatch import receiver
from dcim.models import Device, Site


@receiver(connection_created)
def relate(connection, **kwargs):
    for model in (Device, Site):
        GenericRelation("netbox_example.Probe").contribute_to_class(model, "probes")  # expect: NBP104
    Device.add_to_class("more", GenericRelation("netbox_example.Probe"))  # expect: NBP104
