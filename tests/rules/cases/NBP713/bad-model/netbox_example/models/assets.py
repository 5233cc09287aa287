from netbox.models import NetBoxModel


class Asset(NetBoxModel):
    pass
