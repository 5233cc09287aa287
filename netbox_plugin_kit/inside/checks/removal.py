"""First half of the check `removal`: objects of the plugin, so that there is something to leave behind."""

from __future__ import annotations

import json
from pathlib import Path

from ..boot import Booted
from ..objects import populate, touched_models
from ..protocol import Answer, Request, passed, skipped
from ..trial import unavailable

__all__ = ["removal"]


def removal(netbox: Booted, request: Request) -> Answer:
    """Make objects in the database itself, and write down which models of core the plugin adds to.

    What users leave beside them is left out: on journal entries NetBox itself stumbles once a model is gone (4.3.0 to
    4.7.3), whichever plugin it was of.
    """
    if reason := unavailable():
        return skipped(reason)
    population = populate(netbox, request)
    touched = [model._meta.label_lower for model in touched_models(netbox)]
    Path(request.state).write_text(json.dumps(touched))
    return passed(f"{population.count} objects", population.problems)
