"""A consumer of NetBox's events, beside the one that runs event rules."""

import logging

logger = logging.getLogger(__name__)


def log_events(events):
    """
    Log what happened to this plugin's objects.
    """
    for event in events:
        if event['object_type'].app_label == 'netbox_kit_showcase':
            logger.info('%s: %s %s', event['event_type'], event['object_type'], event['object_id'])
