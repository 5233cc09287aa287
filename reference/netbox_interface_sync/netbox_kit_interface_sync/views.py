from dcim.models import Device
from django.contrib import messages
from django.shortcuts import redirect, render
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext
from netbox.views import generic
from utilities.views import ViewTab, register_model_view

from .applying import PERMISSIONS, Change, SyncError, apply_changes
from .reading import compare_device, count_differences

__all__ = ('DeviceSyncView',)


@register_model_view(Device, 'kit_interface_sync', path='kit-interface-sync')
class DeviceSyncView(generic.ObjectView):
    """
    A tab of a device that shows what differs from its type, previews what is chosen, and does it.
    """

    queryset = Device.objects.select_related('device_type')
    template_name = 'netbox_kit_interface_sync/device_sync.html'
    tab = ViewTab(
        label=_('Synchronisation'),
        badge=count_differences,
        permission='dcim.view_device',
        weight=1900,
    )

    def get_extra_context(self, request, instance):
        return {'comparisons': _presented(request.user, compare_device(instance, request.user))}

    def post(self, request, **kwargs):
        device = self.get_object(**kwargs)
        tokens = request.POST.getlist('change')
        apply = '_apply' in request.POST
        if not tokens:
            messages.warning(request, _('Nothing is chosen.'))
            return redirect(request.path)
        try:
            changes = [Change.parse(token) for token in tokens]
            steps = apply_changes(device, request.user, changes, dry_run=not apply)
        except SyncError as e:
            messages.error(request, str(e))
            return self._page(request, device, tokens=tokens)
        if apply:
            done = ngettext('{count} change was made.', '{count} changes were made.', len(steps))
            messages.success(request, done.format(count=len(steps)))
            return redirect(request.path)
        return self._page(request, device, tokens=tokens, preview=[_presented_step(step) for step in steps])

    def _page(self, request, device, **context):
        return render(
            request,
            self.template_name,
            {'object': device, 'tab': self.tab, **self.get_extra_context(request, device), **context},
        )


ACTION_LABELS = {'add': _('Add'), 'remove': _('Remove'), 'rename': _('Rename'), 'update': _('Update')}


def _presented(user, comparisons):
    """
    Return what the template shows of the kinds that differ: labels instead of names, and only the actions that the user
    has a permission for.
    """
    return [
        {
            'kind': comparison.kind,
            'rows': [
                {
                    'difference': difference,
                    'values': _presented_values(comparison.kind, difference),
                    'actions': [
                        {'label': ACTION_LABELS[action], 'token': Change.of(comparison.kind, action, difference).token}
                        for action in difference.actions
                        if user.has_perm(comparison.kind.permission(PERMISSIONS[action]))
                    ],
                }
                for difference in comparison.differences
            ],
        }
        for comparison in comparisons
        if comparison.differences
    ]


def _presented_step(step):
    if step.action == 'add':
        values = [
            {'label': step.kind.field_label(field), 'new': step.kind.display(field, value)}
            for field, value in step.difference.template.values.items()
            if value not in (None, '', ())
        ]
    else:
        values = _presented_values(step.kind, step.difference)
    return {'step': step, 'action': ACTION_LABELS[step.action], 'values': values}


def _presented_values(kind, difference):
    return [
        {
            'label': kind.field_label(change.field),
            'old': kind.display(change.field, change.old),
            'new': kind.display(change.field, change.new),
        }
        for change in difference.changes
    ]
