"""What the rules say setuptools takes into a wheel is what setuptools takes."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from netbox_plugin_kit.environment.uv import run_uv
from netbox_plugin_kit.linting.collecting import collect
from netbox_plugin_kit.releases.core import Core
from netbox_plugin_kit.rules.setuptools_build import read_setuptools

TREE = (
    "netbox_example/api/__init__.py",
    "netbox_example/api/serializers/names.py",
    "netbox_example/locale/de/LC_MESSAGES/django.mo",
    "netbox_example/migrations/0001_initial.py",
    "netbox_example/migrations/__init__.py",
    "netbox_example/static/netbox_example/a.css",
    "netbox_example/static/netbox_example/deep/b.js",
    "netbox_example/templates/netbox_example/page.html",
    "netbox_example/templates/top.html",
    "netbox_example/tests/__init__.py",
    "tests/__init__.py",
    "tests/data.html",
    "utilities/helpers.py",
)
PROJECT = '[build-system]\nrequires = ["setuptools>=77"]\nbuild-backend = "setuptools.build_meta"\n'
NAMED = f'{PROJECT}\n[project]\nname = "netbox-example"\nversion = "1.2"\n'
CASES: dict[str, dict[str, str]] = {
    "found in pyproject.toml": {
        "pyproject.toml": f'{NAMED}[tool.setuptools.packages.find]\ninclude = ["netbox_example*"]\n'
    },
    "found without namespaces": {
        "pyproject.toml": f"{NAMED}[tool.setuptools.packages.find]\nnamespaces = false\n"
        '[tool.setuptools.package-data]\n"*" = ["*.html", "templates/**/*.html"]\nnetbox_example = ["static/*/*"]\n'
    },
    "found with an exclusion": {
        "pyproject.toml": f'{NAMED}[tool.setuptools.packages.find]\nexclude = ["tests*", "utilities", "*.tests"]\n',
        "MANIFEST.in": "graft netbox_example/static\nrecursive-include netbox_example *.html\nprune tests\n"
        "global-exclude *.js\n",
    },
    "listed": {
        "pyproject.toml": f'{NAMED}[tool.setuptools]\npackages = ["netbox_example", "netbox_example.api"]\n'
        '[tool.setuptools.package-data]\nnetbox_example = ["**/*.html"]\n'
    },
    "listed, the rest as data": {
        "pyproject.toml": f'{NAMED}[tool.setuptools]\npackages = ["netbox_example"]\n'
        'package-data = { "netbox_example" = ["**/*"] }\n'
    },
    "data not asked for": {
        "pyproject.toml": f'{NAMED}[tool.setuptools]\ninclude-package-data = false\npackages = ["netbox_example"]\n',
        "MANIFEST.in": "graft netbox_example\n",
    },
    "setup.cfg": {
        "pyproject.toml": PROJECT,
        "setup.cfg": "[metadata]\nname = netbox-example\nversion = 1.2\n\n[options]\npackages = find:\n"
        "include_package_data = True\n\n[options.packages.find]\nexclude =\n    tests\n    tests.*\n\n"
        "[options.package_data]\nnetbox_example = locale/*/LC_MESSAGES/*.mo, templates/*\n",
        "MANIFEST.in": "include netbox_example/static/netbox_example/*.css\n",
    },
    "setup.py": {
        "setup.py": "from setuptools import find_packages, setup\n\nsetup(name='netbox-example', version='1.2', "
        "packages=find_packages(include=['netbox_example', 'netbox_example.a*']), package_data={'': ['*.html']})\n",
        "MANIFEST.in": "graft netbox_example\n",
    },
    "setup.py with namespaces": {
        "setup.py": "import setuptools\n\nsetuptools.setup(name='netbox-example', version='1.2', "
        "packages=setuptools.find_namespace_packages(exclude=('tests', 'utilities')), include_package_data=True)\n",
        "MANIFEST.in": "recursive-include netbox_example *.html *.css\nexclude netbox_example/templates/top.html\n",
    },
}


@pytest.mark.parametrize("case", CASES)
def test_the_same_files_as_setuptools(case: str, tmp_path: Path) -> None:
    root = tmp_path / "project"
    for name in TREE:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("", encoding="utf-8")
    for name, text in CASES[case].items():
        (root / name).write_text(text, encoding="utf-8")
    (root / "netbox_example" / "__init__.py").write_text(
        "from netbox.plugins import PluginConfig\n\n\nclass ExampleConfig(PluginConfig):\n"
        "    name = 'netbox_example'\n\n\nconfig = ExampleConfig\n",
        encoding="utf-8",
    )
    setuptools = read_setuptools(collect(root, Core.load()).project)
    run_uv("build", "--quiet", "--wheel", "--out-dir", tmp_path / "dist", root)

    assert setuptools is not None
    packages = set((setuptools.packages or {}).values())
    expected = {
        name
        for name in TREE
        if (name.endswith(".py") and name.rpartition("/")[0] in packages) or setuptools.takes(name)
    }
    (wheel,) = (tmp_path / "dist").glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        assert {name for name in archive.namelist() if name in TREE} == expected
