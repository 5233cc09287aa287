"""What is disabled because something above it is."""

from .choices import DataFlowStatusChoices, FlowGroupStatusChoices
from .models import FlowGroup

__all__ = (
    'get_disabled_groups',
    'is_in_force',
)


def get_disabled_groups():
    """
    Return the IDs of the groups that are disabled, themselves or by a group above them. It takes one query, and nothing
    is asked of the tree but who is whose parent: how NetBox keeps trees has changed in 4.7.
    """
    parents, disabled = {}, set()
    for pk, parent, status in FlowGroup.objects.order_by().values_list('pk', 'parent', 'status'):
        parents[pk] = parent
        if status == FlowGroupStatusChoices.STATUS_DISABLED:
            disabled.add(pk)

    for group in parents:
        branch = []
        above = group
        while above is not None and above not in disabled:
            branch.append(above)
            above = parents[above]
        if above is not None:
            disabled.update(branch)
    return disabled


def is_in_force(flow, disabled_groups):
    """
    Return whether a flow is active, and so is everything above it.
    """
    return flow.status != DataFlowStatusChoices.STATUS_DISABLED and flow.group_id not in disabled_groups
