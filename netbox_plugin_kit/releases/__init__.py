"""Which NetBox releases exist, what each needs, where each comes from, and which ones a text selects."""

from netbox_plugin_kit.releases.catalogue import Catalogue, Minor, Release, python_minors, python_words
from netbox_plugin_kit.releases.providers import (
    GitProvider,
    IndexProvider,
    PathProvider,
    Provider,
    Source,
    provider_for,
)

__all__ = [
    "Catalogue",
    "GitProvider",
    "IndexProvider",
    "Minor",
    "PathProvider",
    "Provider",
    "Release",
    "Source",
    "provider_for",
    "python_minors",
    "python_words",
]
