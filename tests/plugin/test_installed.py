"""A directory filled by `pip install --target`."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent

import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import read_installed

CONFIG = """
    from netbox.plugins import PluginConfig
    class ExampleConfig(PluginConfig):
        name = "netbox_example"
    config = ExampleConfig
"""

METADATA = """\
Metadata-Version: 2.1
Name: NetBox_Example
Version: 3.4.5
Requires-Python: >=3.10
Requires-Dist: requests>=2
Requires-Dist: lxml; python_version < "3.13"
Requires-Dist: pytest; extra == "test"
Provides-Extra: test

Requires-Dist: not this
"""


def _install(site: Path, name: str, files: dict[str, str], metadata: str) -> None:
    info = f"{name}-1.dist-info"
    record = "".join(f"{file},,\n" for file in [*files, f"{info}/METADATA", f"{info}/RECORD"])
    for file, text in (files | {f"{info}/METADATA": metadata, f"{info}/RECORD": record}).items():
        (site / file).parent.mkdir(parents=True, exist_ok=True)
        (site / file).write_text(dedent(text), encoding="utf-8")


def test_only_the_files_of_the_distribution_count(tmp_path: Path) -> None:
    files = {"netbox_example/__init__.py": CONFIG, "netbox_example/tests/test_it.py": "", "helper/__init__.py": ""}
    _install(tmp_path, "netbox_example", files, METADATA)
    _install(tmp_path, "other", {"netbox_other/__init__.py": CONFIG}, "Name: other\nVersion: 1\n")

    plugin = read_installed(tmp_path, "netbox-example")

    assert (plugin.package, plugin.root) == ("netbox_example", tmp_path)
    assert (plugin.distribution, plugin.version, plugin.requires_python) == ("NetBox_Example", "3.4.5", ">=3.10")
    assert plugin.dependencies == ("requests>=2", 'lxml; python_version < "3.13"')
    assert plugin.tests is not None
    assert (plugin.tests.label, plugin.tests.inside_package) == ("netbox_example.tests", True)


def test_own_metadata_are_resolved(tmp_path: Path) -> None:
    config = """
        from importlib.metadata import metadata
        from netbox.plugins import PluginConfig
        metadata = metadata("netbox_example")
        class C(PluginConfig):
            name = metadata.get("Name").replace("-", "_").lower()
            version = metadata.get("Version")
            author = metadata.get("Author")
        config = C
        """
    _install(tmp_path, "netbox_example", {"netbox_example/__init__.py": config}, METADATA)

    plugin = read_installed(tmp_path, "netbox-example")

    assert plugin.attributes == {"name": "netbox_example", "version": "3.4.5", "author": None}


def test_tests_beside_an_installed_package_are_not_its_own(tmp_path: Path) -> None:
    files = {"netbox_example/__init__.py": CONFIG, "tests/test_it.py": ""}
    _install(tmp_path, "netbox_example", files, METADATA)

    assert read_installed(tmp_path, "netbox-example").tests is None


def test_missing_distribution_is_said(tmp_path: Path) -> None:
    _install(tmp_path, "other", {"other/__init__.py": ""}, "Name: other\nVersion: 1\n")

    with pytest.raises(UsageError, match="has no distribution netbox-example \\(it has other\\)"):
        read_installed(tmp_path, "netbox-example")
    with pytest.raises(UsageError, match="no package that offers a PluginConfig"):
        read_installed(tmp_path, "other")
