"""NBP812: the certificate of a server is not checked."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call, Change
from netbox_plugin_kit.linting.flow import Const
from netbox_plugin_kit.rules.rule import Context, Rule, Violation

rule = Rule(
    code="NBP812",
    title="Certificate not checked",
    severity="warning",
    source="Python documentation, ssl: Security considerations; requests documentation, SSL Cert Verification",
    why="Whoever stands between NetBox and the server reads and changes what they say to each other: tokens, "
    "passwords, configurations.",
    bad="requests.get(url, verify=False)",
    good='requests.get(url, verify=get_plugin_config("netbox_example", "ca_bundle"))',
    limits="A value that comes from a setting is left alone.",
)

_CALLS = (
    "get",
    "post",
    "put",
    "patch",
    "delete",
    "head",
    "options",
    "request",
    "stream",
    "Client",
    "AsyncClient",
    "api",
)


@rule.on_call(*_CALLS, "_create_unverified_context")
def unchecked(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`verify=False` of requests and httpx, and Python's unverified context."""
    if call.name == "_create_unverified_context":
        if "ssl._create_unverified_context" in call.paths:
            yield _finding(call, "ssl._create_unverified_context()")
        return
    given = call.argument(None, "verify")
    if given is None or not _is_false(given, call):
        return
    for path in call.paths:
        if path.partition(".")[0] in {"requests", "httpx"}:
            yield _finding(call, f"{path}(verify=False)")


def _is_false(given: ast.expr, call: Call) -> bool:
    """Whether it is False, or a constant of the module that is."""
    if isinstance(given, ast.Constant):
        return given.value is False
    if not isinstance(given, ast.Name) or call.flow.reaching(given, call.block):
        return False
    values = call.flow.values(given, call.block)
    return bool(values) and all(isinstance(value, Const) and value.value is False for value in values)


def _finding(call: Call, what: str) -> Violation:
    return rule.finding(
        call.place,
        f"{what} does not check whose server it talks to",
        fix="check the certificate, with a CA bundle that users can configure",
    )


@rule.on(Change)
def switched_off(change: Change, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`session.verify = False`."""
    off = isinstance(change.value, ast.Constant) and change.value.value is False
    if off and change.member == "verify" and change.target.lower().startswith(("requests.session()", "httpx.")):
        yield rule.finding(
            change.place,
            f"{change.target}.verify = False: no server's certificate is checked any more",
            fix="check the certificate, with a CA bundle that users can configure",
        )
