{% if plugin.features.event_types %}
"""Event types of this plugin, which event rules can react to (NetBox's documentation: Event Types)."""

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext_lazy as _
from extras.events import enqueue_event, flush_events
from netbox.events import EVENT_TYPE_KIND_WARNING, EventType
from packaging.version import Version

__all__ = (
    'ATTENTION',
    'call_attention',
)

ATTENTION = {{ code.features.event_type(plugin) | repr }}

EventType(
    name=ATTENTION,
    text=_({{ (plugin.title ~ ': attention needed') | repr }}),
    kind=EVENT_TYPE_KIND_WARNING,
).register()


def call_attention(instance, request):
    """
    Run the event rules for ATTENTION on an object once the transaction is through; from a view, say.
    """
    # Not NetBox's own queue: it has one event for each object of a request, so this one would be lost where the object
    # was changed before.
    queue = {}
{% if plugin.netbox.since('4.4') %}
    enqueue_event(queue, instance, request, ATTENTION)
{% elif not plugin.netbox.reaches('4.4') %}
    enqueue_event(queue, instance, request.user, request.id, ATTENTION)
{% else %}
    # NetBox 4.3 wants what it needs of the request instead of the request.
    origin = (request,) if Version(settings.RELEASE.version) >= Version('4.4') else (request.user, request.id)
    enqueue_event(queue, instance, *origin, ATTENTION)
{% endif %}
    transaction.on_commit(lambda: flush_events(list(queue.values())))
{% endif %}
