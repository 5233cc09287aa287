from core.signals import clear_events
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.db import transaction
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_lazy as _
from django.views.generic import View
from netbox.views import generic
from utilities.exceptions import AbortRequest, PermissionsViolation
from utilities.views import GetReturnURLMixin, ObjectPermissionRequiredMixin, register_model_view

from .. import forms
from ..hardware import get_kind
from ..models import Asset

__all__ = ('HardwareAssignView',)


@register_model_view(Asset, 'assign')
class AssetAssignView(generic.ObjectEditView):
    """
    Assign an asset, which is known, to hardware.
    """

    queryset = Asset.objects.all()
    form = forms.AssetAssignForm
    template_name = 'netbox_kit_inventory/asset_assign.html'


@register_model_view(Asset, 'free')
class AssetFreeView(generic.ObjectEditView):
    """
    Free an asset of the hardware that it is assigned to, and say what becomes of it.
    """

    queryset = Asset.objects.all()
    form = forms.AssetFreeForm
    template_name = 'netbox_kit_inventory/asset_free.html'

    def alter_object(self, obj, request, url_args, url_kwargs):
        obj.assign(None)
        return obj


class HardwareAssignView(ObjectPermissionRequiredMixin, GetReturnURLMixin, View):
    """
    Assign one of the assets that are free to hardware, which is known.
    """

    queryset = Asset.objects.free()

    def get_required_permission(self):
        return 'netbox_kit_inventory.change_asset'

    def get(self, request, kind, hardware_id):
        hardware = self.get_hardware(kind, hardware_id)
        return self.render(hardware, forms.HardwareAssignForm(hardware, self.queryset))

    def post(self, request, kind, hardware_id):
        hardware = self.get_hardware(kind, hardware_id)
        form = forms.HardwareAssignForm(hardware, self.queryset, request.POST)
        if form.is_valid() and self.assign(form, hardware):
            asset = form.cleaned_data['asset']
            messages.success(request, _('Assigned {asset} to {hardware}.').format(asset=asset, hardware=hardware))
            return redirect(self.get_return_url(request, hardware))
        return self.render(hardware, form)

    def get_hardware(self, kind, hardware_id):
        kind = get_kind(kind)
        if kind is None:
            raise Http404
        return get_object_or_404(kind.model.objects.restrict(self.request.user, 'view'), pk=hardware_id)

    def assign(self, form, hardware):
        """
        Assign what has been chosen. Return whether that was possible; if not, the form says why.
        """
        asset = form.cleaned_data['asset']
        asset.snapshot()
        asset.assign(hardware)
        try:
            with transaction.atomic():
                asset.full_clean()
                asset.save()
                # It may be permitted to change assets that are free, but not to have some that are not.
                if not Asset.objects.restrict(self.request.user, 'change').filter(pk=asset.pk).exists():
                    raise PermissionsViolation
        except ValidationError as error:
            form.add_error(None, error.messages)
        except (AbortRequest, PermissionsViolation) as error:
            form.add_error(None, error.message)
            clear_events.send(sender=self)
        return form.is_valid()

    def render(self, hardware, form):
        context = {'object': hardware, 'form': form, 'return_url': self.get_return_url(self.request, hardware)}
        return render(self.request, 'netbox_kit_inventory/hardware_assign.html', context)
