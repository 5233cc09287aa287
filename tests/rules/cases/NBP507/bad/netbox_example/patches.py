import dcim.views
from dcim import tables
from dcim.choices import CableTypeChoices
from dcim.filtersets import DeviceFilterSet
from utilities import permissions


def own(*args, **kwargs):
    return None


class OwnView:
    pass


CableTypeChoices.CHOICES += (("own", "Own"),)  # expect: NBP507
CableTypeChoices._choices.append(("own", "Own"))  # expect: NBP507
dcim.views.SiteView = OwnView  # expect: NBP507
tables.SiteTable.base_columns["own"] = None  # expect: NBP507
DeviceFilterSet.base_filters.pop("name")  # expect: NBP507
permissions.get_permission_for_model = own  # expect: NBP507
setattr(dcim.views.DeviceView, "get_extra_context", own)  # expect: NBP507
