"""All of the pages; importing them registers them."""

from . import comparisons, reports, rules, runs  # noqa: F401
