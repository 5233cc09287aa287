"""How what a specification says is written in Python: one module a surface, each a function of a field's facts.

Every function returns source text. It need not be formatted, and may name things that the template imports: ruff does
the rest once the files are written (`finishing.py`).
"""

from __future__ import annotations

from types import SimpleNamespace

from netbox_plugin_kit.scaffold.code import (
    content,
    features,
    filters,
    fixtures,
    forms,
    graphql,
    migration,
    models,
    pages,
    project,
    rest,
    samples,
    search,
    settings,
    tables,
    targets,
    translations,
    trials,
    views,
)

__all__ = ["surfaces"]


def surfaces() -> SimpleNamespace:
    """The modules by surface, for the template: `code.models.model_fields(field)`."""
    return SimpleNamespace(
        content=content,
        features=features,
        filters=filters,
        fixtures=fixtures,
        forms=forms,
        graphql=graphql,
        migration=migration,
        models=models,
        pages=pages,
        project=project,
        rest=rest,
        samples=samples,
        search=search,
        settings=settings,
        tables=tables,
        targets=targets,
        translations=translations,
        trials=trials,
        views=views,
    )
