"""The values that say what a plugin project is; how they are found is the business of the other modules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal

__all__ = ["KitSettings", "LintSettings", "Plugin", "RequiredPlugin", "Runner", "TestLayout", "Unknown"]

Runner = Literal["django", "pytest", "standalone"]
"""Who runs a plugin's tests: Django's runner, pytest in a started NetBox, or pytest by itself."""


@dataclass(frozen=True, slots=True)
class Unknown:
    """A value that only running the plugin would tell; false, so `value or default` reads naturally."""

    reason: str

    def __bool__(self) -> bool:
        return False


@dataclass(frozen=True, slots=True)
class RequiredPlugin:
    """Another plugin this one needs: its package for PLUGINS and, unless it is a dependency already, a requirement."""

    package: str
    requirement: str | None = None


@dataclass(frozen=True, slots=True)
class LintSettings:
    """The table `[tool.netbox-plugin-kit.lint]`.

    Attributes:
        select: Only rules whose code begins with one of these; empty: all.
        ignore: Not the rules whose code begins with one of these.
        per_file_ignores: The same for the files that a pattern fits.
        exclude: Patterns of files about which nothing is said.
        baseline: The file with the findings that are known, relative to the project.
        fail_on: The mildest severity that makes the exit status 1, or `never`.
    """

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    per_file_ignores: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    exclude: tuple[str, ...] = ()
    baseline: str | None = None
    fail_on: str = "error"


@dataclass(frozen=True, slots=True)
class KitSettings:
    """The table `[tool.netbox-plugin-kit]`; `docs/configuration.md` explains every key.

    Attributes:
        package: Which package is meant when a project has several with a PluginConfig.
        plugins_config: NetBox's PLUGINS_CONFIG.
        requires_plugins: Plugins to load before this one.
        settings: Further NetBox configuration parameters.
        configuration: Python file run at the end of NetBox's configuration, relative to the project.
        test_requirements: PEP 508 requirements, or `extra:NAME`; dependency groups are already resolved.
        test_command: Who runs the tests; None means detect.
        test_path: Where the tests are, relative to the project; None means detect.
        objects: `module:function` that makes objects to test with, or None.
        public_urls: Names of pages and REST endpoints that anybody may see.
        public_graphql_fields: Names of GraphQL fields that anybody may ask for.
        upgrade_drops: Models and fields that an upgrade may lose.
    """

    package: str | None = None
    plugins_config: Mapping[str, Any] = field(default_factory=dict, hash=False)
    requires_plugins: tuple[RequiredPlugin, ...] = ()
    settings: Mapping[str, Any] = field(default_factory=dict, hash=False)
    configuration: str | None = None
    test_requirements: tuple[str, ...] = ()
    test_command: Runner | None = None
    test_path: str | None = None
    objects: str | None = None
    public_urls: tuple[str, ...] = ()
    public_graphql_fields: tuple[str, ...] = ()
    upgrade_drops: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TestLayout:
    """Where the tests are and who runs them.

    Attributes:
        runner: Django's test runner or pytest.
        path: Absolute path of the tests: a package, a directory or a file.
        label: Dotted label for Django's runner: `netbox_x.tests` inside the package, else a top-level name (`tests`).
        inside_package: Whether the tests are part of the plugin's package.
    """

    __test__ = False  # the name is not an invitation to pytest

    runner: Runner
    path: Path
    label: str
    inside_package: bool


@dataclass(frozen=True, slots=True)
class Plugin:
    """A project, or an installed distribution, with a package that offers a PluginConfig as `config`.

    Attributes:
        root: The project, or the directory an installed wheel was unpacked to.
        package: What goes into PLUGINS.
        package_path: The directory of that package.
        config_class: Name of the PluginConfig class.
        distribution: Project name as its metadata spells it.
        version: Version of the distribution; the version the plugin shows in NetBox is `attributes["version"]`.
        attributes: What the class and its bases in the project assign; parts that cannot be known are Unknown.
        min_version: None when not declared, which NetBox reads as "no limit".
        max_version: Likewise.
        requires_python: PEP 440 specifier; None when not declared.
        dependencies: PEP 508 requirements, without those of extras.
        settings: What the author told the kit.
        tests: None when the project has no tests that could be found.
    """

    root: Path
    package: str
    package_path: Path
    config_class: str
    distribution: str | Unknown
    version: str | Unknown
    attributes: Mapping[str, object | Unknown] = field(hash=False)
    min_version: str | Unknown | None
    max_version: str | Unknown | None
    requires_python: str | Unknown | None
    dependencies: tuple[str, ...] | Unknown
    settings: KitSettings = KitSettings()
    tests: TestLayout | None = None

    @property
    def name(self) -> str:
        """What people call it: the distribution if known, else the package."""
        return self.distribution if isinstance(self.distribution, str) else self.package

    @property
    def label(self) -> str:
        """Django's app label, chosen as `django.apps.AppConfig` does."""
        if label := self._text("label"):
            return label
        return (self._text("name") or self.package).rpartition(".")[2]

    @property
    def base_url(self) -> str:
        """The path below /plugins/ (netbox/plugins/urls.py: `base_url`, else the app label)."""
        return self._text("base_url") or self.label

    def _text(self, attribute: str) -> str:
        value = self.attributes.get(attribute)
        return value if isinstance(value, str) else ""
