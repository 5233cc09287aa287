from core.models import ConfigRevision
from netbox.config import get_config


def read():
    return get_config().BANNER_TOP, ConfigRevision.objects.first()
