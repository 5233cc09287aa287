"""Flows as a flat list of rules, as firewalls have it: each from one thing to another."""

from dataclasses import astuple, dataclass
from itertools import product

from django.db.models import Prefetch
from ipam.models import IPAddress, IPRange, Prefix

from .models import ObjectAlias

__all__ = (
    'HEADER',
    'Rule',
    'get_rules',
    'prefetch_members',
)

HEADER = ('Flow', 'Application', 'Protocol', 'Source', 'Source ports', 'Destination', 'Destination ports')
ANY = 'any'
HIDDEN = '(not visible)'
MEMBERS = {'prefixes': Prefix, 'ip_ranges': IPRange, 'ip_addresses': IPAddress}


@dataclass(frozen=True)
class Rule:
    """
    A line: everything as text, in the order of HEADER.
    """

    flow: str
    application: str
    protocol: str
    source: str
    source_ports: str
    destination: str
    destination_ports: str

    def cells(self):
        # A spreadsheet takes what begins like this for a formula.
        return [f"'{cell}" if cell.startswith(('=', '+', '-', '@')) else cell for cell in astuple(self)]


def prefetch_members(flows, user):
    """
    Return the same flows with everything that rules are made of: what there is, and what of it a user may view.
    """
    visible = [
        Prefetch(name, model.objects.restrict(user, 'view'), f'visible_{name}') for name, model in MEMBERS.items()
    ]
    aliases = ObjectAlias.objects.restrict(user, 'view').prefetch_related(*MEMBERS, *visible)
    return flows.select_related('application').prefetch_related(
        'sources',
        'destinations',
        Prefetch('sources', aliases, 'visible_sources'),
        Prefetch('destinations', aliases, 'visible_destinations'),
    )


def get_rules(flow):
    """
    Return the rules of a flow: one for each pair of a source and a destination.
    """
    for source, destination in product(_get_members(flow, 'sources'), _get_members(flow, 'destinations')):
        yield Rule(
            flow.name,
            str(flow.application or ''),
            str(flow.get_protocol_display()),
            source,
            ' '.join(flow.source_port_list) or ANY,
            destination,
            ' '.join(flow.destination_port_list) or ANY,
        )


def _get_members(flow, name):
    """
    Return the members of the aliases at one end of a flow. Without aliases it is anything, with an empty one nothing;
    that something is not for the user's eyes is said, since a rule less would be another rule.
    """
    aliases, visible = getattr(flow, name).all(), getattr(flow, f'visible_{name}')
    if not aliases:
        return [ANY]
    members, is_complete = {}, len(visible) == len(aliases)
    for alias in visible:
        for relation in MEMBERS:
            shown = getattr(alias, f'visible_{relation}')
            members |= dict.fromkeys(map(_as_text, shown))
            is_complete &= len(shown) == len(getattr(alias, relation).all())
    return [*members] if is_complete else [*members, HIDDEN]


def _as_text(member):
    # Firewalls know nothing of the masks that NetBox keeps with addresses.
    match member:
        case Prefix():
            return str(member.prefix)
        case IPRange():
            return f'{member.start_address.ip}-{member.end_address.ip}'
        case IPAddress():
            return str(member.address.ip)
