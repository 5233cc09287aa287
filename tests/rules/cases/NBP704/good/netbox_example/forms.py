from django import forms
from django.db.models import Count, OuterRef

from dcim.models import Device, Site
from utilities.forms.fields import DynamicModelChoiceField

from .models import Asset, Registry

SITES = Site.objects.filter(name="x").annotate(devices=Count("devices"))
RECENT = Asset.objects.order_by("name")[:5]
NAMES = list(Registry.objects)
SUBQUERY = Device.objects.filter(site=OuterRef("pk")).values("name")


def choices():
    return [(asset.pk, asset.name) for asset in Asset.objects.all()]


def maybe(model):
    if model is None:
        return None
    return Asset.objects.get(pk=model)


class AssetForm(forms.Form):
    asset = forms.ChoiceField(choices=choices)
    site = DynamicModelChoiceField(queryset=Site.objects.all(), initial=lambda: Site.objects.first())
    other = maybe(None)

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        self.fields["asset"].initial = Asset.objects.first()


if __name__ == "__main__":
    print(Asset.objects.count())
