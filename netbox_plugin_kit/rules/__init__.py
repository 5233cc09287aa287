"""What NetBox forbids a plugin, and what it would silently swallow: one module a rule, found by its name.

A rule knows facts (`linting.facts`) and nothing of files, options, output or other rules.
"""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from netbox_plugin_kit.rules.rule import Context, Rule, Violation

__all__ = ["Context", "Rule", "Violation", "every_rule", "rule_of"]


@cache
def every_rule() -> tuple[Rule, ...]:
    """All rules, by their codes."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name.startswith("nbp"))
    return tuple(importlib.import_module(f"{__name__}.{name}").rule for name in names)


def rule_of(code: str) -> Rule | None:
    """A rule by its code, in any case; None when there is none."""
    return next((rule for rule in every_rule() if rule.code == code.upper()), None)
