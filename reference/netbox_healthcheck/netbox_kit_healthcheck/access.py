"""
Who is told what.

Details want the permission `core.healthcheck_configrevision`: the action `healthcheck` on NetBox's object type "config
revision". A model without a table would have been another way to declare a permission, but NetBox counts the objects of
every public model (on its page System, for one), and fails if there is no table; a private one cannot be granted.
"""

from netbox.plugins import get_plugin_config

__all__ = ('DETAILS', 'NOTHING', 'PERMISSION', 'STATUS', 'told_to')

PERMISSION = 'core.healthcheck_configrevision'

STATUS = 'status'
DETAILS = 'details'
NOTHING = 'nothing'


def told_to(user):
    """
    What a user is told: DETAILS, STATUS or NOTHING. Whoever is logged in is told the status at least.
    """
    anonymous = get_plugin_config('netbox_kit_healthcheck', 'anonymous')
    if anonymous == DETAILS or user.has_perm(PERMISSION):
        return DETAILS
    return STATUS if user.is_authenticated else anonymous
