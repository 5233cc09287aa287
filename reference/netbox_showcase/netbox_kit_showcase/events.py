"""Event types of this plugin, which event rules can react to (NetBox's documentation: Event Types)."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _
from extras.events import enqueue_event, flush_events
from netbox.events import EVENT_TYPE_KIND_WARNING, EventType

__all__ = (
    'ATTENTION',
    'call_attention',
)

ATTENTION = 'kit_showcase_attention'

EventType(
    name=ATTENTION,
    text=_('Showcase: attention needed'),
    kind=EVENT_TYPE_KIND_WARNING,
).register()


def call_attention(instance, request):
    """
    Run the event rules for ATTENTION on an object once the transaction is through; from a view, say.
    """
    # Not NetBox's own queue: it has one event for each object of a request, so this one would be lost where the object
    # was changed before.
    queue = {}
    enqueue_event(queue, instance, request, ATTENTION)
    transaction.on_commit(lambda: flush_events(list(queue.values())))
