"""What event rules can do beyond webhooks, scripts and notifications; NetBox loads it from 4.7 on."""

from django.utils.translation import gettext_lazy as _
from extras.models import JournalEntry

try:
    from netbox.event_rules import EventRuleAction
except ModuleNotFoundError:  # before NetBox 4.7, which does not ask for actions
    EventRuleAction = object

__all__ = ('event_rule_actions',)


class JournalAction(EventRuleAction):
    """
    Write into the journal of the object what happened to it.
    """

    # All plugins share one set of slugs, hence the prefix.
    slug = 'kit_showcase.journal'
    label = _('Journal entry (Showcase)')
    description = _("Write the event into the object's journal")

    def enqueue(self, *, event_rule, event_context, action_object, action_data):
        JournalEntry.objects.create(
            assigned_object_type_id=event_context['object_type'].pk,
            assigned_object_id=action_data['id'],
            comments=f'{event_rule}: {event_context["event_type"]}',
        )


event_rule_actions = [JournalAction]
