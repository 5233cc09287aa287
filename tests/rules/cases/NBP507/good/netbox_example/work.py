from dcim.choices import CableTypeChoices
from dcim.tables import SiteTable
from netbox.context import current_request
from netbox.forms import NetBoxModelForm
from utilities.tables import register_table_column

register_table_column(None, "example", SiteTable)
choices = list(CableTypeChoices.CHOICES)
choices.append(("own", "Own"))
table = SiteTable([])
table.columns.hide("name")
current_request.set(None)


class ProbeForm(NetBoxModelForm):
    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["name"].required = False
        self.fields.pop("tags")


ProbeForm.base_fields["name"] = None
