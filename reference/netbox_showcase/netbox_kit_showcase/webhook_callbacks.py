"""What this plugin adds to the webhooks that NetBox sends (NetBox's documentation: Webhooks)."""

from django.apps import apps
from extras.webhooks import register_webhook_callback


@register_webhook_callback
def add_plugin(object_type, event_type, data, request):
    """
    Tell which version of this plugin a webhook about one of its objects comes from.
    """
    # All plugins share one context, so each has a key of its own.
    plugin = apps.get_app_config('netbox_kit_showcase')
    if object_type.app_label == plugin.label:
        return {plugin.name: {'version': plugin.version}}
    return None
