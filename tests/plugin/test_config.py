"""The PluginConfig: found wherever it is, its attributes read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import Plugin, Unknown, read_project

Write = Callable[..., Path]

PROJECT = '[project]\nname = "netbox-example"\nversion = "3.4.5"\n'


def test_attributes_and_names_are_read(project: Write) -> None:
    plugin = read_project(project(pyproject=PROJECT))

    assert (plugin.package, plugin.config_class) == ("netbox_example", "ExampleConfig")
    assert (plugin.distribution, plugin.version, plugin.name) == ("netbox-example", "3.4.5", "netbox-example")
    assert (plugin.min_version, plugin.max_version) == ("4.5.0", None)
    assert (plugin.label, plugin.base_url) == ("netbox_example", "netbox_example")
    assert plugin.attributes == {"name": "netbox_example", "version": "1.2", "min_version": "4.5.0"}
    assert hash(plugin) == hash(read_project(plugin.root))


def test_label_and_base_url_follow_their_attributes(project: Write) -> None:
    plugin = read_project(project(config=_config("label = 'example'\nbase_url = 'ex'")))

    assert (plugin.label, plugin.base_url) == ("example", "ex")


def test_label_is_the_last_part_of_the_name(project: Write) -> None:
    assert read_project(project(config=_config("name = 'company.netbox_example'"))).label == "netbox_example"


def _config(body: str, before: str = "") -> str:
    lines = "\n".join(f"    {line}" for line in body.splitlines())
    return f"from netbox.plugins import PluginConfig\n{before}\nclass C(PluginConfig):\n{lines}\nconfig = C\n"


def _value(plugin: Plugin, name: str = "version") -> object:
    return plugin.attributes[name]


@pytest.mark.parametrize(
    "source",
    [
        "from netbox.plugins import PluginConfig\nclass C(PluginConfig): pass\nconfig = C",
        "from netbox.plugins import PluginConfig as Base\nclass config(Base): pass",
        "from extras.plugins import PluginConfig\nclass C(PluginConfig): pass\nconfig = C",
        "from netbox import plugins\nclass C(plugins.PluginConfig): pass\nconfig = C",
        "import netbox.plugins\nclass C(netbox.plugins.PluginConfig): pass\nconfig: type = C",
        "import netbox.plugins as p\nclass C(p.PluginConfig): pass\nother = config = C",
        "from netbox.plugins import *\nclass C(PluginConfig): pass\nconfig = C",
        "class Mixin: pass\nfrom netbox.plugins import PluginConfig\nclass C(Mixin, PluginConfig): pass\nconfig = C",
        """
        try:
            from netbox.plugins import PluginConfig
        except ImportError:
            class PluginConfig: pass
        class C(PluginConfig): pass
        config = C
        """,
        """
        try:
            from extras.plugins import PluginConfig
        except ImportError:
            from netbox.plugins import PluginConfig
        class C(PluginConfig): pass
        config = C
        """,
        "from .plugin import C as config",
        "from .plugin import C\nconfig = C",
        "from . import plugin\nconfig = plugin.C",
        "from netbox_example.plugin import *\nconfig = C",
        "import netbox_example.plugin\nconfig = netbox_example.plugin.C",
    ],
)
def test_plugin_config_is_recognised(project: Write, source: str) -> None:
    root = project({"netbox_example/plugin.py": _config("pass")}, config=source)

    assert read_project(root).package == "netbox_example"


def test_attributes_are_inherited_within_the_project(project: Write) -> None:
    base = _config("min_version = '4.3.0'\nmax_version = '4.4.99'\nqueues = ['a']")
    own = "from .base import C\nclass D(C):\n    max_version = '4.6.99'\n    queues = [*C.queues, 'b']\nconfig = D"

    plugin = read_project(project({"netbox_example/base.py": base}, config=own))

    assert (plugin.min_version, plugin.max_version) == ("4.3.0", "4.6.99")
    assert plugin.attributes["queues"] == ["a", "b"]


@pytest.mark.parametrize(
    ("before", "expression"),
    [
        ("__version__ = '3.4.5'", "__version__"),
        ("from .version import __version__", "__version__"),
        ("from .version import __version__ as v", "v"),
        ("from . import version as v", "v.__version__"),
        ("from netbox_example import version as v", "v.__version__"),
        ("from importlib.metadata import version", "version('netbox-example')"),
        ("from importlib.metadata import version", "version(__name__)"),
        ("import importlib.metadata", "importlib.metadata.version('NetBox_Example')"),
        ("from importlib import metadata as m", "m.version(__package__)"),
        ("from importlib.metadata import metadata\nmetadata = metadata('netbox_example')", "metadata.get('Version')"),
        ("from importlib.metadata import metadata", "metadata('netbox_example')['Version']"),
        ("from importlib.metadata import distribution", "distribution('netbox-example').version"),
        ("try:\n from importlib.metadata import version\nexcept ImportError:\n from importlib_metadata import version",
         "version('netbox-example')"),
        ("import importlib.metadata as m\ntry:\n v = m.version('netbox-example')\nexcept Exception:\n v = '0'", "v"),
        ("V = (3, 4, 5)", "'.'.join(map(str, V))"),
        ("V = (3, 4, 5)", "'.'.join(str(n) for n in V)"),
        ("V = ('3', '4', '5')", "'.'.join(V)"),
        ("V = (3, 4, 5)", "f'{V[0]}.{V[1]}.{V[-1]}'"),
        ("A, B = '3.4', '5'", "A + '.' + B"),
        ("A = '3.4'", "'{}.{}'.format(A, 5)"),
        ("A = '3.4'", "'%s.%d' % (A, 5)"),
        ("import sys", "'3.4.5' if True else sys.version"),
        ("from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    V = 1\nelse:\n    V = '3.4.5'", "V"),
    ],
)  # fmt: skip
def test_version_is_resolved(project: Write, before: str, expression: str) -> None:
    version = {"netbox_example/version.py": "__version__ = '3.4.5'"}

    plugin = read_project(project(version, config=_config(f"version = {expression}", before), pyproject=PROJECT))

    assert _value(plugin) == "3.4.5"


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("240 * 60", 14400),
        ("-1", -1),
        ("not []", True),
        ("{**{'a': 1}, 'b': [None]}", {"a": 1, "b": [None]}),
        ("{'a': 1} | {'b': 2}", {"a": 1, "b": 2}),
        ("dict(a=1)", {"a": 1}),
        ("(1, 2)[:1]", (1,)),
        ("_('Example')", "Example"),
        ("__name__.replace('_', '-').title()", "Netbox-Example"),
    ],
)
def test_expressions_of_literals_are_read(project: Write, expression: str, value: object) -> None:
    config = _config(f"thing = {expression}", "from django.utils.translation import gettext_lazy as _")

    assert _value(read_project(project(config=config)), "thing") == value


@pytest.mark.parametrize(
    ("before", "expression", "reason"),
    [
        ("def get_version(): return '1'", "get_version()", "computed: get_version()"),
        ("import os", "os.environ.get('V', '1')", "os.environ"),
        ("import os\nif os.name == 'nt':\n    V = '1'\nelse:\n    V = '2'", "V", "depends on"),
        ("from ._version import V", "V", "not in the project"),
        ("try:\n from ._version import V\nexcept ImportError:\n V = '0'", "V", "not in the project"),
        ("try:\n import other\n V = '1'\nexcept ImportError:\n V = '2'", "V", "depends on"),
        ("from importlib.metadata import version", "version('other')", "installed distribution other"),
        ("for V in '12': pass", "V", "set by the statement"),
        ("", "'x' * 10 ** 9", "computed"),
        ("", "'{:999999999}'.format(1)", "computed"),
        ("from .broken import V", "V", "line 1"),
    ],
)
def test_what_cannot_be_known_says_why(project: Write, before: str, expression: str, reason: str) -> None:
    broken = {"netbox_example/broken.py": "def"}

    value = _value(read_project(project(broken, config=_config(f"version = {expression}", before))))

    assert isinstance(value, Unknown)
    assert not value
    assert reason in value.reason


def test_part_of_a_dictionary_can_be_unknown(project: Write) -> None:
    config = _config("default_settings = {'a': 1, 'b': compute()}", "def compute(): pass")

    settings = read_project(project(config=config)).attributes["default_settings"]

    assert settings == {"a": 1, "b": Unknown("computed: compute()")}


def test_version_bound_that_is_no_text_is_unknown(project: Write) -> None:
    plugin = read_project(project(config=_config("min_version = 4.5")))

    assert plugin.min_version == Unknown("min_version is not a text: 4.5")


def test_subscript_assignment_stays_in_its_branch(project: Write) -> None:
    before = "import os\nD = {'a': 1}\nif os.name:\n    D['b'] = 2"

    assert isinstance(_value(read_project(project(config=_config("d = D", before))), "d"), Unknown)


@pytest.mark.parametrize("where", ["src", "plugins/first", "lib/python"])
def test_package_is_found_below_the_project(project: Write, where: str) -> None:
    root = project({f"{where}/netbox_deep/__init__.py": _config("pass")}, config="")

    plugin = read_project(root)

    assert plugin.package == "netbox_deep"
    assert plugin.package_path == (root / where / "netbox_deep").resolve()


def test_package_within_a_namespace_takes_the_name_it_says(project: Write) -> None:
    root = project({"company/netbox_deep/__init__.py": _config("name = 'company.netbox_deep'")}, config="")

    assert read_project(root).package == "company.netbox_deep"


def test_the_package_itself_means_its_project(project: Write) -> None:
    root = project(pyproject=PROJECT)

    assert read_project(root / "netbox_example") == read_project(root)


def test_other_peoples_directories_are_skipped(project: Write) -> None:
    skipped = ["build/lib", "venv2", ".git", "node_modules", "netbox_example/tests/dummy"]
    files = {f"{name}/other_{index}/__init__.py": _config("pass") for index, name in enumerate(skipped)}

    plugin = read_project(project(files | {"venv2/pyvenv.cfg": ""}))

    assert plugin.package == "netbox_example"


def test_symbolic_link_loops_end(project: Write) -> None:
    root = project()
    (root / "again").symlink_to(root)
    (root / "loop").symlink_to(root / "loop")

    assert read_project(root).package == "netbox_example"


def test_several_plugins_ask_which(project: Write) -> None:
    root = project({"netbox_other/__init__.py": _config("pass")})

    with pytest.raises(UsageError, match=r"netbox_example, netbox_other; say which one with `package`"):
        read_project(root)

    (root / "pyproject.toml").write_text('[tool.netbox-plugin-kit]\npackage = "netbox_other"\n')
    assert read_project(root).package == "netbox_other"


@pytest.mark.parametrize(
    ("config", "message"),
    [
        ("import os\nclass X:\n  def", r"netbox_example/__init__\.py, line 3: "),
        ("class C: pass\nconfig = C", "cannot be traced to netbox.plugins.PluginConfig"),
        ("from elsewhere import Base\nclass C(Base): pass\nconfig = C", r"class C\(elsewhere\.Base\)"),
        ("config = {}", "not a class"),
        ("from .broken import config", r"broken\.py, line 1"),
        ("x = 1", "no package that offers a PluginConfig"),
    ],
)
def test_what_is_no_plugin_is_said_in_one_line(project: Write, config: str, message: str) -> None:
    root = project({"netbox_example/broken.py": "def"}, config=config)

    with pytest.raises(UsageError, match=message) as raised:
        read_project(root)
    assert "\n" not in str(raised.value)


def test_source_that_is_not_text_is_said_in_one_line(project: Write) -> None:
    root = project()
    (root / "netbox_example/__init__.py").write_bytes(b"config = '\xff\xfe'")

    with pytest.raises(UsageError, match=r"__init__\.py"):
        read_project(root)


@pytest.mark.parametrize("name", ["missing", "file.txt", "loop"])
def test_path_that_is_no_directory_is_said(tmp_path: Path, name: str) -> None:
    (tmp_path / "file.txt").touch()
    (tmp_path / "loop").symlink_to(tmp_path / "loop")

    with pytest.raises(UsageError, match=name):
        read_project(tmp_path / name)
