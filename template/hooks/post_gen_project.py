"""Divide, prune and format what cookiecutter has written."""

from pathlib import Path

from netbox_plugin_kit.scaffold.finishing import finish

finish(Path.cwd())
