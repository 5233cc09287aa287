from core.models import ConfigRevision
from netbox.config import get_config


def change():
    revision = ConfigRevision(data={})
    revision.save()  # expect: NBP404
    ConfigRevision.objects.create(data={}).activate()  # expect: NBP404
    get_config().BANNER_TOP = "x"  # expect: NBP404
