"""NBP720: a link names an import page of core that was renamed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP720",
    title="Renamed import URL of core",
    severity="error",
    source="release notes of 4.2.0; utilities/urls.py, get_model_urls",
    why="NetBox 4.2 renamed the import pages of core models from *_import to *_bulk_import. A link by a name that does "
    "not exist raises NoReverseMatch: in a menu on every page, elsewhere where it is used.",
    bad='PluginMenuButton(link="dcim:site_import", ...)',
    good='PluginMenuButton(link="dcim:site_bulk_import", ...)',
    limits="Names of the plugin's own URLs are its own business.",
)

_NAME = re.compile(r"(?P<app>\w+):(?P<model>\w+?)_(?P<bulk>bulk_)?import")


@rule.on_call("PluginMenuItem", "PluginMenuButton", "reverse", "reverse_lazy", "redirect")
def renamed(call: Call, context: Context) -> Iterator[Violation]:
    """The name of an import page as only other releases know it."""
    for word in ("link", "viewname", "to"):
        for text in call.texts(0, word):
            match = _NAME.fullmatch(text)
            if match is None or f"{match['app']}.{match['model']}" not in _models(context):
                continue
            minors = context.before("4.2") if match["bulk"] else context.since("4.2")
            if minors:
                other = f"{match['app']}:{match['model']}_{'' if match['bulk'] else 'bulk_'}import"
                yield rule.finding(
                    call.place,
                    f"{text!r} is no URL of NetBox {minors[0]}{'' if len(minors) == 1 else ' to ' + minors[-1]}",
                    fix=f"it is {other!r} there",
                    netbox=minors,
                )
            return


def _models(context: Context) -> set[str]:
    return {label.lower() for label in context.core.models}
