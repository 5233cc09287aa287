"""NBP807: text or data is run as code."""

from __future__ import annotations

from collections.abc import Iterator

from netbox_plugin_kit.linting.facts import Call
from netbox_plugin_kit.linting.flow import Const, Flow, Klass, Ref, Value
from netbox_plugin_kit.rules.rule import Context, Rule, Violation
from netbox_plugin_kit.rules.wording import written

rule = Rule(
    code="NBP807",
    title="Data is run as code",
    severity="warning",
    source="Python documentation: pickle, subprocess (Security Considerations); PyYAML, yaml.load",
    why="Whoever can influence the text runs commands on NetBox's server, with access to its database and its secrets.",
    bad='subprocess.run(f"ping -c 1 {address}", shell=True)',
    good='subprocess.run(["ping", "-c", "1", str(address)])',
    limits="A constant text is left alone; whether the text can be influenced by anybody is not known.",
)

_COMMANDS = ("run", "call", "check_call", "check_output", "Popen", "getoutput", "getstatusoutput")
_SAFE_LOADERS = ("SafeLoader", "CSafeLoader", "BaseLoader", "CBaseLoader")


@rule.on_call("eval", "exec")
def evaluated(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """Python's own."""
    if f"builtins.{call.name}" in call.paths and not _is_constant(call, 0):
        yield rule.finding(
            call.place,
            f"{call.name}() runs {written(call.node.args[0]) if call.node.args else 'a text'} as Python",
            fix="read values with ast.literal_eval() or json.loads(), or look functions up in a dictionary",
        )


@rule.on_call("load", "loads", "load_all", "Unpickler", "unsafe_load", "full_load_all", "unsafe_load_all")
def unpickled(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """`pickle`, `marshal`, and YAML with a loader that makes any object."""
    for path in call.paths:
        if path.partition(".")[0] in {"pickle", "cPickle", "marshal", "dill", "cloudpickle"}:
            fix = "exchange data as JSON"
        elif path.startswith("yaml.") and (call.name.startswith("unsafe") or not _is_safe_loader(call)):
            fix = "use yaml.safe_load()"
        else:
            continue
        yield rule.finding(call.place, f"{path}() makes whatever objects the data names, and so runs code", fix=fix)


def _is_safe_loader(call: Call) -> bool:
    if call.name.startswith("full"):
        return True
    loaders = call.values(1, "Loader")
    return bool(loaders) and all(_is_safe(each, call.flow) for each in loaders)


def _is_safe(loader: Value, flow: Flow) -> bool:
    if isinstance(loader, Klass):
        return any(_is_safe(base, flow) for base in flow.ancestors(loader))
    return isinstance(loader, Ref) and loader.path.endswith((*_SAFE_LOADERS, ".FullLoader"))


@rule.on_call(*_COMMANDS, "system", "popen", "create_subprocess_shell")
def run(call: Call, context: Context) -> Iterator[Violation]:  # noqa: ARG001 - a handler takes both
    """A command that a shell reads, unless it is a constant."""
    shell = any(isinstance(value, Const) and value.value is True for value in call.values(None, "shell"))
    for path in call.paths:
        always = path in {"os.system", "os.popen", "asyncio.create_subprocess_shell"} or path.startswith(
            "subprocess.get"
        )
        if (always or (path.startswith("subprocess.") and shell)) and not _is_constant(call, 0):
            yield rule.finding(
                call.place,
                f"{path}() hands a text that is put together to a shell",
                fix="give subprocess.run() a list of arguments, without shell=True",
            )


def _is_constant(call: Call, position: int) -> bool:
    values = call.values(position)
    return bool(values) and all(isinstance(value, Const) for value in values)
