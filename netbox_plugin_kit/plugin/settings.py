"""The table `[tool.netbox-plugin-kit]`: its schema, its validation in words people understand, its defaults."""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from packaging.requirements import InvalidRequirement, Requirement
from packaging.utils import canonicalize_name

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import KitSettings, LintSettings, RequiredPlugin

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError

__all__ = ["read_lint_settings", "read_settings", "settings_schema"]

_SCHEMA = Path(__file__).with_name("settings.schema.json")
_TABLE = "tool.netbox-plugin-kit"
_TEST_NAMES = ("test", "tests", "testing")


def settings_schema() -> dict[str, Any]:
    """The JSON schema (draft 2020-12) of the table."""
    schema: dict[str, Any] = json.loads(_SCHEMA.read_text(encoding="utf-8"))
    return schema


def read_lint_settings(path: Path, given: Any) -> LintSettings:
    """The table `[tool.netbox-plugin-kit.lint]`, which also counts where the rest of the project cannot be read.

    Args:
        path: The pyproject.toml, for messages.
        given: The content of the table around it, `[tool.netbox-plugin-kit]`.

    Raises:
        UsageError: One of the tables says something the kit does not understand.
    """
    if (error := _mistake(given)) is not None:
        raise UsageError(f"{path}: {_explain(error)}")
    given = given.get("lint", {})
    return LintSettings(
        select=tuple(given.get("select", ())),
        ignore=tuple(given.get("ignore", ())),
        per_file_ignores={pattern: tuple(codes) for pattern, codes in given.get("per-file-ignores", {}).items()},
        exclude=tuple(given.get("exclude", ())),
        baseline=given.get("baseline"),
        fail_on=given.get("fail-on", "error"),
    )


def _mistake(given: Any) -> ValidationError | None:
    if given == {}:
        return None
    # Most projects have no such table, and the import takes a quarter of a second.
    from jsonschema import Draft202012Validator
    from jsonschema.exceptions import best_match

    worst: ValidationError | None = best_match(Draft202012Validator(settings_schema()).iter_errors(given))
    return worst


def read_settings(
    path: Path,
    given: Any,
    extras: Mapping[str, tuple[str, ...]],
    groups: Mapping[str, tuple[str, ...]],
) -> KitSettings:
    """The settings of a project.

    Args:
        path: The pyproject.toml, for messages.
        given: The content of the table.
        extras: The project's extras, for `extra:NAME`.
        groups: Its dependency groups by normalized name, for `group:NAME`.

    Raises:
        UsageError: The table says something the kit does not understand.
    """
    error = _mistake(given)
    if error is not None:
        raise UsageError(f"{path}: {_explain(error)}")
    settings = KitSettings(
        package=given.get("package"),
        plugins_config=given.get("plugins-config", {}),
        requires_plugins=tuple(_required(path, item) for item in given.get("requires-plugins", ())),
        settings=given.get("settings", {}),
        configuration=given.get("configuration"),
        test_requirements=_test_requirements(path, given.get("test-requirements"), extras, groups),
        test_command=given.get("test-command"),
        test_path=given.get("test-path"),
        objects=given.get("objects"),
        public_urls=tuple(given.get("public-urls", ())),
        public_graphql_fields=tuple(given.get("public-graphql-fields", ())),
        upgrade_drops=tuple(given.get("upgrade-drops", ())),
    )
    _check_paths(path, settings)
    return settings


def _explain(error: ValidationError) -> str:
    place = ".".join([_TABLE, *(str(part) for part in error.absolute_path)])
    if error.validator == "additionalProperties" and isinstance(error.instance, dict):
        return _explain_key(error, place)
    return f"{place} is {_short(error.instance)}; allowed: {_allowed(error)}"


def _explain_key(error: ValidationError, place: str) -> str:
    schema: Any = error.schema
    given: Any = error.instance
    patterns = list(schema.get("patternProperties", ()))
    if patterns:
        wrong = next(name for name in given if not re.search(patterns[0], name))
        return f'{place} has the key "{wrong}"; allowed: upper-case names of NetBox configuration parameters'
    known = list(schema["properties"])
    unknown = next(name for name in given if name not in known)
    close = difflib.get_close_matches(unknown, known, n=1, cutoff=0.4)
    hint = f'did you mean "{close[0]}"?' if close else f"allowed: {', '.join(known)}"
    return f'{place} has no key "{unknown}"; {hint}'


def _allowed(error: ValidationError) -> str:
    rule: Any = error.validator_value
    match error.validator:
        case "enum":
            return " or ".join(f'"{choice}"' for choice in rule)
        case "type":
            return {"object": "a table", "array": "a list", "string": "a text"}.get(rule, f"a value of type {rule}")
        case "required":
            return f"a table with the key {rule[0]}"
        case "pattern":
            return _name_allowed(str(rule))
        case "minLength":
            return "a text that is not empty"
        case _:
            return "a package name, or a table with the keys package and requirement"


def _name_allowed(pattern: str) -> str:
    if pattern.startswith("^NB"):
        return "a rule's code or how it begins, such as NBP1"
    if ":" in pattern:
        return "a module and a function in it, such as netbox_example.demo:create"
    return "a dotted import name such as netbox_example"


def _short(value: Any) -> str:
    written = repr(value)
    return written if len(written) <= 60 else f"{written[:57]}..."  # noqa: PLR2004 - what fits a line


def _required(path: Path, item: Any) -> RequiredPlugin:
    required = RequiredPlugin(item) if isinstance(item, str) else RequiredPlugin(**item)
    if required.requirement is not None:
        _check_requirement(path, "requires-plugins", required.requirement)
    return required


def _check_requirement(path: Path, key: str, line: str) -> None:
    try:
        Requirement(line)
    except InvalidRequirement as error:
        reason = str(error).splitlines()[0]
        raise UsageError(
            f'{path}: {_TABLE}.{key} has "{line}", which is no requirement ({reason}); '
            'write it as pip does, e.g. "netbox-plugin-dns>=1.2"'
        ) from error


def _test_requirements(
    path: Path,
    given: list[str] | None,
    extras: Mapping[str, tuple[str, ...]],
    groups: Mapping[str, tuple[str, ...]],
) -> tuple[str, ...]:
    if given is None:
        given = [f"extra:{name}" for name in extras if canonicalize_name(name) in _TEST_NAMES]
        given += [f"group:{name}" for name in groups if name in _TEST_NAMES]
    found: list[str] = []
    for line in given:
        kind, _, name = line.partition(":")
        if kind == "group":
            found.extend(_named(path, "dependency group", name, groups))
        elif kind == "extra":
            _named(path, "extra", name, {canonicalize_name(extra): items for extra, items in extras.items()})
            found.append(line)
        else:
            _check_requirement(path, "test-requirements", line)
            found.append(line)
    return tuple(dict.fromkeys(found))


def _named(path: Path, kind: str, name: str, known: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    found = known.get(canonicalize_name(name.strip()))
    if found is None:
        offered = f"the project has {', '.join(sorted(known))}" if known else "the project declares none"
        raise UsageError(f'{path}: {_TABLE}.test-requirements names the {kind} "{name}"; {offered}')
    return found


def _check_paths(path: Path, settings: KitSettings) -> None:
    for key, value in (("configuration", settings.configuration), ("test-path", settings.test_path)):
        if value is None:
            continue
        target = path.parent / value
        if not (target.is_file() if key == "configuration" else target.exists()):
            raise UsageError(f'{path}: {_TABLE}.{key} is "{value}", but there is no {target}; correct the path')
