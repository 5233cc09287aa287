"""Do the plugin and others take the same names?"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from ..boot import Booted
from ..namespaces import CLAIMS, Claim, Owners
from ..protocol import Answer, Finding, Request, failed, passed, skipped

__all__ = ["conflicts"]

_MANY = 5
"""Names of one kind that two plugins share, from which on they are told together."""


def conflicts(netbox: Booted, request: Request) -> Answer:
    """Do the plugin and the plugins beside it take the same names?

    Where NetBox and Django keep one of each name, a second taker replaces the first or is dropped, mostly without a
    word, and neither author can see it. So everything that each plugin takes is listed, whoever got it in the end.
    """
    owners = Owners(netbox, request)
    if missing := [package for package in request.companions if package not in owners.configs]:
        return skipped(f"NetBox does not load {', '.join(missing)}{_why(netbox, missing[0])}")
    claims = [claim for gather in CLAIMS for claim in gather(owners)]
    findings = list(_findings(claims, owners, request))
    others = ", ".join(request.companions)
    if any(finding.severity == "error" for finding in findings):
        return failed(f"takes names that {others} takes, too", findings)
    return passed(f"{len({(c.namespace.what, c.name) for c in claims})} names beside {others}", findings)


def _why(netbox: Booted, package: str) -> str:
    said = [line for line in netbox.warnings if package in line]
    return f": {said[0]}" if said else ""


def _findings(claims: Iterable[Claim], owners: Owners, request: Request) -> Iterator[Finding]:
    """A finding for each name that the plugin shares; many of one kind are one."""
    by_name: dict[tuple[str, str], dict[str, Claim]] = {}
    for claim in claims:
        by_name.setdefault((claim.namespace.what, claim.name), {}).setdefault(claim.owner, claim)
    pairs = [
        (takers[request.package], other)
        for takers in by_name.values()
        if request.package in takers
        for owner, other in takers.items()
        if owner != request.package
    ]
    for _, group in groupby(sorted(pairs, key=_kind), _kind):
        found = list(group)
        if len(found) >= _MANY:
            yield _finding(*found[0], owners, request, more=[mine.name for mine, _ in found[1:]])
        else:
            yield from (_finding(mine, other, owners, request) for mine, other in found)


def _kind(pair: tuple[Claim, Claim]) -> tuple[str, str]:
    mine, other = pair
    return mine.namespace.what, other.owner


def _finding(mine: Claim, other: Claim, owners: Owners, request: Request, more: Sequence[str] = ()) -> Finding:
    namespace = mine.namespace
    winner, loser = _order(mine, other, owners)
    name, package = mine.name.split("\0")[0], request.package.replace(".", "_")
    effect = namespace.effect.format(winner=winner, loser=loser, name=name)
    by = f" ({mine.about} and {other.about})" if mine.about else ""
    names = f"{namespace.what} {name}{_further(more)}"
    place = f"; {winner} stands {namespace.wins} in PLUGINS" if namespace.wins and not mine.winner else ""
    path, line = owners.place(mine)
    return Finding(
        f"{names} is both {request.package}'s and {other.owner}'s{by}: {effect}{place}",
        path, line, severity=namespace.severity, fix=namespace.fix.replace("{package}", package),
    )  # fmt: skip


def _further(names: Sequence[str]) -> str:
    return f" (and {len(names)} more, such as {', '.join(names[:3])})" if names else ""


def _order(mine: Claim, other: Claim, owners: Owners) -> tuple[str, str]:
    """Winner and loser; where nobody wins, the plugin and the other."""
    won = mine.winner or other.winner
    if won in {mine.owner, other.owner}:
        return (mine.owner, other.owner) if won == mine.owner else (other.owner, mine.owner)
    ordered = sorted((mine.owner, other.owner), key=owners.order.index)
    first, last = ordered if mine.namespace.wins != "last" else ordered[::-1]
    return first, last
