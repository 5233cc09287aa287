"""What the capabilities beyond models and pages (jobs, widgets, events ...) take from the models, if there are any."""

from __future__ import annotations

from netbox_plugin_kit.scaffold.kinds import ChoiceSet
from netbox_plugin_kit.scaffold.spec import Model, Spec

__all__ = ["counted", "event_type", "main", "modules", "prefix"]

_LONGEST_EVENT_TYPE = 50
"""EventRule.event_types (extras/models/models.py)."""


def prefix(spec: Spec) -> str:
    """What the names of classes begin with that exist once in a plugin: `Contracts`."""
    return spec.config_class.removesuffix("Config")


def main(spec: Spec) -> Model | None:
    """The model that examples are about: the first with a set of choices, the first otherwise; None without models."""
    with_choices = [model for model in spec.models if counted(model)]
    return next(iter([*with_choices, *spec.models]), None)


def counted(model: Model) -> ChoiceSet | None:
    """The field by which a model's objects are counted, such as a status."""
    return next((item for item in model.own_fields if isinstance(item, ChoiceSet)), None)


def event_type(spec: Spec) -> str:
    """The name of the plugin's event type."""
    return f"{spec.short[: _LONGEST_EVENT_TYPE - len('_attention')]}_attention"


def modules(spec: Spec) -> list[str]:
    """The modules that register something when they are imported, for `PluginConfig.ready()`."""
    has = spec.features
    wanted = {
        "events": has.event_types,
        "jobs": has.system_jobs,
        "signals": any(model.generics for model in spec.models),
        "webhook_callbacks": has.webhook_callbacks,
        "widgets": has.dashboard_widget,
    }
    return [name for name, there in wanted.items() if there]
