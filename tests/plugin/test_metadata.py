"""Name, version, Python and dependencies, from every place projects declare them in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import Unknown, read_project

Write = Callable[..., Path]

DYNAMIC = '[project]\nname = "netbox-example"\ndynamic = ["version"]\n'
VERSION = {"netbox_example/version.py": "__version__ = '3.4.5'\nVERSION = (3, 4, 5)\n", "VERSION": "3.4.5\n"}


def test_project_table(project: Write) -> None:
    root = project(
        pyproject="""
        [project]
        name = "netbox-example"
        version = "3.4.5"
        requires-python = ">=3.12"
        dependencies = ["requests>=2", "lxml"]
        """
    )

    plugin = read_project(root)

    assert (plugin.distribution, plugin.version, plugin.requires_python) == ("netbox-example", "3.4.5", ">=3.12")
    assert plugin.dependencies == ("requests>=2", "lxml")


@pytest.mark.parametrize(
    "tool",
    [
        '[tool.setuptools.dynamic]\nversion = {attr = "netbox_example.version.__version__"}',
        '[tool.setuptools.dynamic]\nversion = {attr = "netbox_example.version.VERSION"}',
        '[tool.setuptools.dynamic]\nversion = {file = "VERSION"}',
        '[tool.setuptools.dynamic]\nversion = {file = ["VERSION"]}',
        '[tool.hatch.version]\npath = "netbox_example/version.py"',
        "[tool.hatch.version]\npath = \"VERSION\"\npattern = '(?P<version>.+)'",
        '[tool.pdm.version]\nsource = "file"\npath = "netbox_example/version.py"',
        '[build-system]\nbuild-backend = "flit_core.buildapi"\n[tool.flit.module]\nname = "netbox_example.version"',
        '[tool.poetry]\nversion = "3.4.5"',
    ],
)
def test_dynamic_version_is_followed(project: Write, tool: str) -> None:
    assert read_project(project(VERSION, pyproject=DYNAMIC + tool)).version == "3.4.5"


@pytest.mark.parametrize(
    "tool",
    [
        '[build-system]\nrequires = ["setuptools", "setuptools_scm"]\n[tool.setuptools_scm]',
        '[build-system]\nrequires = ["hatchling", "hatch-vcs"]\n[tool.hatch.version]\nsource = "vcs"',
        '[tool.pdm.version]\nsource = "scm"',
        '[build-system]\nbuild-backend = "something"',
        '[tool.setuptools.dynamic]\nversion = {attr = "netbox_example.missing.V"}',
        '[tool.setuptools.dynamic]\nversion = {file = "MISSING"}',
    ],
)
def test_version_made_by_the_build_is_unknown(project: Write, tool: str) -> None:
    version = read_project(project(pyproject=DYNAMIC + tool)).version

    assert isinstance(version, Unknown)
    assert version.reason


def test_unpacked_source_distribution_knows_its_version(project: Write) -> None:
    root = project({"PKG-INFO": "Metadata-Version: 2.1\nName: netbox-example\nVersion: 9.9\n"}, pyproject=DYNAMIC)

    assert read_project(root).version == "9.9"


def test_dependencies_from_a_file(project: Write) -> None:
    pyproject = (
        '[project]\nname = "x"\nversion = "1"\ndynamic = ["dependencies"]\n'
        '[tool.setuptools.dynamic]\ndependencies = {file = ["requirements.txt"]}'
    )

    plugin = read_project(project({"requirements.txt": "# needed\nrequests>=2  # http\n\n-e .\n"}, pyproject=pyproject))

    assert plugin.dependencies == ("requests>=2",)


def test_poetry(project: Write) -> None:
    root = project(
        pyproject="""
        [tool.poetry]
        name = "netbox-example"
        version = "3.4.5"
        [tool.poetry.dependencies]
        python = "^3.10"
        requests = "^2.31"
        lxml = {version = "~5.1", extras = ["html5"], python = "<3.13"}
        exact = "1.0"
        any = "*"
        extra-only = {version = "^1", optional = true}
        checkout = {git = "https://example.org/checkout.git", tag = "v1"}
        """
    )

    plugin = read_project(root)

    assert (plugin.distribution, plugin.version, plugin.requires_python) == ("netbox-example", "3.4.5", ">=3.10,<4")
    assert plugin.dependencies == (
        "requests>=2.31,<3",
        'lxml[html5]>=5.1,<5.2 ; python_version < "3.13"',
        "exact==1.0",
        "any",
        "checkout @ git+https://example.org/checkout.git@v1",
    )


@pytest.mark.parametrize(
    ("constraint", "specifier"),
    [
        ("^0.2.3", ">=0.2.3,<0.3"),
        ("^0.0.3", ">=0.0.3,<0.0.4"),
        ("^1.2.3", ">=1.2.3,<2"),
        ("^0", ">=0,<1"),
        ("~1", ">=1,<2"),
        ("~1.2.3", ">=1.2.3,<1.3"),
        ("~=3.10", "~=3.10"),
        (">=3.10 <3.13", ">=3.10,<3.13"),
        (">=3.10,<3.13", ">=3.10,<3.13"),
        ("3.*", "==3.*"),
        ("3.12", "==3.12"),
        ("*", ""),
    ],
)
def test_poetry_constraints_become_specifiers(project: Write, constraint: str, specifier: str) -> None:
    pyproject = f'[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "{constraint}"'

    assert read_project(project(pyproject=pyproject)).requires_python == specifier


@pytest.mark.parametrize("constraint", ["^3.10 || ^4", "nonsense", "^abc"])
def test_poetry_constraint_without_a_specifier_is_unknown(project: Write, constraint: str) -> None:
    pyproject = f'[tool.poetry]\nname = "x"\n[tool.poetry.dependencies]\npython = "{constraint}"'

    assert isinstance(read_project(project(pyproject=pyproject)).requires_python, Unknown)


@pytest.mark.parametrize("version", ["3.4.5", "attr: netbox_example.version.__version__", "file: VERSION"])
def test_setup_cfg(project: Write, version: str) -> None:
    setup = f"""
        [metadata]
        name = netbox-example
        version = {version}
        [options]
        python_requires = >=3.10
        install_requires =
            requests>=2
            lxml
        """

    plugin = read_project(project(VERSION | {"setup.cfg": setup}))

    assert (plugin.distribution, plugin.version, plugin.requires_python) == ("netbox-example", "3.4.5", ">=3.10")
    assert plugin.dependencies == ("requests>=2", "lxml")


@pytest.mark.parametrize(
    ("before", "arguments"),
    [
        ("", "version='3.4.5'"),
        ("V = '3.4.5'", "version=V"),
        ("from netbox_example.version import __version__", "version=__version__"),
        ("def get_version(path): pass", "version=get_version('netbox_example/version.py')"),
        ("common = {'version': '3.4.5'}", "**common"),
    ],
)
def test_setup_py(project: Write, before: str, arguments: str) -> None:
    setup = (
        f"import setuptools as s\nfrom setuptools import setup\n{before}\n"
        f"if __name__ == '__main__':\n    setup(name='netbox-example', {arguments}, python_requires='>=3.10',"
        "\n          install_requires=['requests>=2'])\n"
    )

    plugin = read_project(project(VERSION | {"setup.py": setup}))

    assert (plugin.distribution, plugin.version, plugin.requires_python) == ("netbox-example", "3.4.5", ">=3.10")
    assert plugin.dependencies == ("requests>=2",)


def test_what_setup_py_computes_is_unknown(project: Write) -> None:
    setup = "from setuptools import setup\nsetup(name='x', version=git(), install_requires=open('r').read().split())\n"

    plugin = read_project(project({"setup.py": setup}))

    assert plugin.version == Unknown("computed: git()")
    assert isinstance(plugin.dependencies, Unknown)


def test_without_metadata_the_package_names_it(project: Write) -> None:
    plugin = read_project(project())

    assert isinstance(plugin.distribution, Unknown)
    assert plugin.name == "netbox_example"


@pytest.mark.parametrize(
    ("file", "content"),
    [("pyproject.toml", "[project"), ("setup.cfg", "no section"), ("setup.cfg", "[a]\n[a]\n")],
)
def test_broken_metadata_file_is_said(project: Write, file: str, content: str) -> None:
    with pytest.raises(UsageError, match=file) as raised:
        read_project(project({file: content}))
    assert "\n" not in str(raised.value)


def test_wrong_types_in_pyproject_do_no_harm(project: Write) -> None:
    pyproject = """
        [project]
        name = 1
        authors = 3
        dependencies = "requests"
        optional-dependencies = []
        [tool]
        poetry = {packages = 5, group = {test = 1}}
        setuptools = {package-dir = 1, dynamic = {version = 1}}
        """

    assert isinstance(read_project(project(pyproject=pyproject)).distribution, Unknown)
