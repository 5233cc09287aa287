"""Reads a source directory or an installed distribution into a `Plugin`."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

from packaging.utils import canonicalize_name

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin.facts import KitSettings, Plugin, Unknown
from netbox_plugin_kit.plugin.metadata import (
    Metadata,
    first_known,
    from_core_metadata,
    read_pyproject,
    table,
    tables,
    text,
    texts,
)
from netbox_plugin_kit.plugin.modules import Modules
from netbox_plugin_kit.plugin.packages import Offer, choose, offers, package_files
from netbox_plugin_kit.plugin.pyproject import dependency_groups, project_metadata
from netbox_plugin_kit.plugin.settings import read_settings
from netbox_plugin_kit.plugin.setuptools_files import setuptools_metadata
from netbox_plugin_kit.plugin.tests_layout import detect_tests

__all__ = ["read_installed", "read_project"]

_MARKS = ("pyproject.toml", "setup.cfg", "setup.py")


def read_project(path: Path) -> Plugin:
    """What is known of the plugin in a source directory; nothing of it is imported or run.

    Raises:
        UsageError: There is no plugin, or several, or a file of it cannot be read.
    """
    root = _project_directory(path)
    pyproject = read_pyproject(root)
    roots = _source_roots(root, pyproject)
    metadata = _metadata(root, pyproject, roots)
    given = table(pyproject, "tool").get("netbox-plugin-kit", {})
    settings = read_settings(root / "pyproject.toml", given, metadata.extras, dependency_groups(pyproject))
    offer = choose(root, offers(package_files(root), roots, metadata.installed()), settings.package)
    return _plugin(root, offer, metadata, settings)


def read_installed(site: Path, distribution: str) -> Plugin:
    """What is known of a plugin from what `pip install --target SITE` unpacked of it.

    Raises:
        UsageError: The distribution is not there, or is not a plugin.
    """
    site = site.resolve()
    info = _dist_info(site, distribution)
    metadata = from_core_metadata(info / "METADATA")
    try:
        with (info / "RECORD").open(encoding="utf-8", newline="") as record:
            files = {(site / row[0]).resolve() for row in csv.reader(record) if row}
    except (OSError, ValueError, csv.Error) as error:
        raise UsageError(f"{info / 'RECORD'} cannot be read; install {distribution} again") from error
    inits = sorted((file for file in files if file.name == "__init__.py"), key=lambda file: (len(file.parts), file))
    offer = choose(info, offers(inits, [site], metadata.installed(), files.__contains__), None)
    return _plugin(site, offer, metadata, KitSettings(), installed=True)


def _project_directory(path: Path) -> Path:
    try:
        root = path.resolve()
    except (OSError, RuntimeError) as error:  # Python before 3.13 raises RuntimeError for a loop of symbolic links
        raise UsageError(f"{path} cannot be followed: a loop of symbolic links; name the plugin's directory") from error
    if not root.is_dir():
        what = "is not a directory" if root.exists() else "does not exist"
        raise UsageError(f"{path} {what}; name the plugin's project directory, the one with its pyproject.toml")
    # Somebody who names the package means the project around it.
    above = root
    while (above / "__init__.py").is_file() and not _is_project(above):
        above = above.parent
    return above if _is_project(above) else root


def _is_project(path: Path) -> bool:
    return any((path / name).is_file() for name in _MARKS)


def _source_roots(root: Path, pyproject: dict[str, Any]) -> list[Path]:
    setuptools = table(pyproject, "tool", "setuptools")
    declared = [text(table(setuptools, "package-dir").get(""))]
    declared += texts(table(setuptools, "packages", "find").get("where"))
    declared += [text(item.get("from")) for item in tables(table(pyproject, "tool", "poetry").get("packages"))]
    return list(dict.fromkeys([root, root / "src", *(root / name for name in declared if name)]))


def _metadata(root: Path, pyproject: dict[str, Any], roots: list[Path]) -> Metadata:
    modules = Modules(roots)
    if table(pyproject, "project") or table(pyproject, "tool", "poetry"):
        metadata = project_metadata(root, pyproject, modules)
    else:
        metadata = setuptools_metadata(root, modules)
    # An unpacked source distribution knows what its build computed.
    if (root / "PKG-INFO").is_file():
        metadata = first_known(metadata, from_core_metadata(root / "PKG-INFO"))
    return metadata


def _dist_info(site: Path, distribution: str) -> Path:
    wanted = canonicalize_name(distribution)
    names = []
    for info in sorted(site.glob("*.dist-info")):
        if (info / "METADATA").is_file():
            name = str(from_core_metadata(info / "METADATA").fields.get("name", info.name))
            if canonicalize_name(name) == wanted:
                return info
            names.append(name)
    there = f"it has {', '.join(names[:5])}" if names else "it has no installed distribution"
    raise UsageError(f"{site} has no distribution {distribution} ({there}); install it there with pip --target")


def _plugin(root: Path, offer: Offer, metadata: Metadata, settings: KitSettings, *, installed: bool = False) -> Plugin:
    tests_root = offer.path if installed else root  # other distributions live beside an installed one
    return Plugin(
        root=root,
        package=offer.package,
        package_path=offer.path,
        config_class=offer.config_class,
        distribution=metadata.distribution,
        version=metadata.version,
        attributes=offer.attributes,
        min_version=_bound(offer, "min_version"),
        max_version=_bound(offer, "max_version"),
        requires_python=metadata.requires_python,
        dependencies=metadata.dependencies,
        settings=settings,
        tests=detect_tests(tests_root, offer.package, offer.path, settings, metadata.extras),
    )


def _bound(offer: Offer, name: str) -> str | Unknown | None:
    value = offer.attributes.get(name)
    return value if value is None or isinstance(value, str | Unknown) else Unknown(f"{name} is not a text: {value!r}")
