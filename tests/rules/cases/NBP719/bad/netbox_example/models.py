from netbox.models import NetBoxModel


class Asset(NetBoxModel):
    pass


class Kind(NetBoxModel):
    pass
