"""What users can choose for this plugin on their preferences page."""

from django.utils.translation import gettext_lazy as _
from users.preferences import UserPreference

__all__ = (
    'preferences',
    'preferred',
)

preferences = {
    # For the dashboard's widget
    'newest_by': UserPreference(
        label=_('Showcase: what is newest'),
        choices=(
            ('created', _('What was added last')),
            ('last_updated', _('What was changed last')),
        ),
        default='created',
        description=_('What the dashboard shows first'),
    ),
}


def preferred(user, name):
    """
    What a user has chosen, or the default. Who is not logged in has not chosen anything.
    """
    default = preferences[name].default
    if not user.is_authenticated:
        return default
    return user.config.get(f'plugins.netbox_kit_showcase.{name}') or default
