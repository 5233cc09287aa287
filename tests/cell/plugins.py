"""Plugin projects for the tests: the smallest real thing on disk, and NetBox's own example of every hook."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from textwrap import dedent, indent

from netbox_plugin_kit.cache import Cache
from netbox_plugin_kit.environment.interpreters import choose
from netbox_plugin_kit.environment.netbox import environment
from netbox_plugin_kit.releases import Catalogue, provider_for

__all__ = ["HATCHLING", "INITIAL", "SETUPTOOLS", "THING", "netbox_dummy", "plugin"]

HATCHLING = """
[build-system]
requires = ["hatchling"]
build-backend = "hatchling.build"
"""

SETUPTOOLS = """
[build-system]
requires = ["setuptools"]
build-backend = "setuptools.build_meta"
"""

THING = """
    from django.db import models

    class Thing(models.Model):
        name = models.CharField(max_length=50)

        class Meta:
            ordering = ["name"]
"""

INITIAL = """
    from django.db import migrations, models

    class Migration(migrations.Migration):
        initial = True
        dependencies = []
        operations = [
            migrations.CreateModel(
                name="Thing",
                fields=[
                    ("id", models.AutoField(auto_created=True, primary_key=True, serialize=False)),
                    ("name", models.CharField(max_length=50)),
                ],
                options={"ordering": ["name"]},
            ),
        ]
"""


def plugin(  # noqa: PLR0913 - a project has many sides
    directory: Path,
    *,
    name: str = "netbox_small",
    config: str = "",
    files: Mapping[str, str] | None = None,
    requires: Sequence[str] = (),
    build: str = HATCHLING,
    pyproject: str = "",
) -> Path:
    """Write a project and return its directory.

    Args:
        directory: Where it goes.
        name: Its package; the distribution is named after it.
        config: Further lines of the body of its `PluginConfig`.
        files: What else there is: text by path, relative to the package, or to the project with a leading `/`. A
            package that is named in a path gets its `__init__.py`.
        requires: What the project depends on.
        build: The build system.
        pyproject: Further tables of pyproject.toml.
    """
    package = directory / name
    package.mkdir(parents=True)
    (directory / "pyproject.toml").write_text(
        f'{build}\n[project]\nname = "{name.replace("_", "-")}"\nversion = "1.0"\ndependencies = {list(requires)!r}\n'
        + dedent(pyproject)
    )
    (package / "__init__.py").write_text(
        "from netbox.plugins import PluginConfig\n\n\n"
        "class Config(PluginConfig):\n"
        f'    name = "{name}"\n    version = "1.0"\n    default_auto_field = "django.db.models.AutoField"\n'
        f"{indent(dedent(config), '    ')}\n\n"
        "config = Config\n"
    )
    for path, text in (files or {}).items():
        target = directory / path[1:] if path.startswith("/") else package / path
        _write(target, package, dedent(text))
    return directory


def _write(target: Path, package: Path, text: str) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(text)
    for parent in target.parents:
        if target.suffix == ".py" and parent.is_relative_to(package) and parent != package:
            (parent / "__init__.py").touch()


def netbox_dummy(directory: Path, version: str) -> Path:
    """NetBox's `netbox.tests.dummy_plugin`, which uses every documented hook, as a project of its own."""
    package = directory / "dummy_plugin"
    shutil.copytree(
        _netbox(version) / "netbox/tests/dummy_plugin", package, ignore=shutil.ignore_patterns("__pycache__")
    )
    for path in package.rglob("*.py"):
        path.write_text(path.read_text().replace("netbox.tests.dummy_plugin", "dummy_plugin"))
    (directory / "pyproject.toml").write_text(
        f'{SETUPTOOLS}\n[project]\nname = "dummy-plugin"\nversion = "0.0"\n'
        '[tool.setuptools.packages.find]\ninclude = ["dummy_plugin*"]\n'
    )
    return directory


def _netbox(version: str) -> Path:
    """The directory that holds NetBox's own packages, in the environment that its cells run in."""
    release = Catalogue.load().release(version)
    interpreter = choose(release.minor.python, None, what=version, preferred=release.minor.python_preferred)
    with environment(release, provider_for(release), interpreter, Cache()) as installed:
        if installed.netbox is not None:
            return installed.netbox
        (packages,) = installed.python.parent.parent.glob("lib/python*/site-packages")
        return packages
