from netbox.models import NetBoxModel


class Kind(NetBoxModel):  # expect: NBP713
    pass
