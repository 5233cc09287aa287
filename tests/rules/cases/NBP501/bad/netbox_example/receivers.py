from core import signals
from core.signals import handle_changed_object as changed
from dcim.models import Device
from django.db.models.signals import post_save, pre_delete

m2m = [signals.handle_deleted_object]

post_save.disconnect(changed)  # expect: NBP501
pre_delete.disconnect(receiver=signals.handle_deleted_object, sender=Device)  # expect: NBP501
for handler in m2m:
    pre_delete.disconnect(handler)  # expect: NBP501
for entry in post_save.receivers:
    post_save.disconnect(entry[1])  # expect: NBP501
post_save.receivers = []  # expect: NBP501
pre_delete.receivers.clear()  # expect: NBP501
