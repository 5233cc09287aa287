"""What is known of a plugin project, read without importing it.

    plugin = read_project(Path("."))
    plugin.package, plugin.min_version, plugin.tests

Values that only running the code would tell are `Unknown`, with the reason.
"""

from netbox_plugin_kit.plugin.facts import KitSettings, LintSettings, Plugin, RequiredPlugin, TestLayout, Unknown
from netbox_plugin_kit.plugin.project import read_installed, read_project
from netbox_plugin_kit.plugin.settings import read_lint_settings, settings_schema

__all__ = [
    "KitSettings",
    "LintSettings",
    "Plugin",
    "RequiredPlugin",
    "TestLayout",
    "Unknown",
    "read_installed",
    "read_lint_settings",
    "read_project",
    "settings_schema",
]
