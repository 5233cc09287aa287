{% if plugin.features.user_preferences %}
{% set used = plugin.features.dashboard_widget and plugin.models %}
{% set name = 'newest_by' if used else 'hints' %}
"""What users can choose for this plugin on their preferences page."""

from django.utils.translation import gettext_lazy as _
from users.preferences import UserPreference

__all__ = (
    'preferences',
    'preferred',
)

preferences = {
{% if used %}
    # For the dashboard's widget
    'newest_by': UserPreference(
        label=_({{ (plugin.title ~ ': what is newest') | repr }}),
        choices=(
            ('created', _('What was added last')),
            ('last_updated', _('What was changed last')),
        ),
        default='created',
        description=_({{ ('What the dashboard shows first') | repr }}),
    ),
{% else %}
    # An example: ask with `preferred(request.user, 'hints')`.
    'hints': UserPreference(
        label=_({{ (plugin.title ~ ': hints') | repr }}),
        choices=(
            ('show', _('Show')),
            ('hide', _('Hide')),
        ),
        default='show',
        description=_('Whether pages explain themselves'),
    ),
{% endif %}
}


def preferred(user, name):
    """
    What a user has chosen, or the default. Who is not logged in has not chosen anything.
    """
    default = preferences[name].default
    if not user.is_authenticated:
        return default
    return user.config.get(f'plugins.{{ plugin.package }}.{name}') or default
{% endif %}
