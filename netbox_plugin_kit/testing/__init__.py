"""Test cases for NetBox plugins that read the same on every NetBox from 4.3 on.

NetBox's own test cases know only its own apps: they build URL names without the `plugins:` namespace
(https://github.com/netbox-community/netbox/issues/10279), find GraphQL types by the names of core's, and are renamed
now and then. These are NetBox's own, of whichever release runs, taught about plugins; `PluginTestCases` asks what
every plugin should be asked: do its pages work, does it keep what a user may not see, and does it stay fast.

The package runs in NetBox's process: standard library, Django and NetBox only, Python 3.10 and later.
"""

from utilities.testing import ModelTestCase, TestCase, create_tags, disable_logging, disable_warnings, post_data

from .api import APITestCase, APIViewTestCases
from .factory import create
from .filtersets import FilterSetTestCases
from .pages import PagesTestCase
from .permissions import PermissionsTestCase
from .queries import QueriesTestCase
from .views import ModelViewTestCase, ViewTestCases

__all__ = [
    "APITestCase",
    "APIViewTestCases",
    "FilterSetTestCases",
    "ModelTestCase",
    "ModelViewTestCase",
    "PluginTestCases",
    "TestCase",
    "ViewTestCases",
    "create",
    "create_tags",
    "disable_logging",
    "disable_warnings",
    "post_data",
]


class PluginTestCases:
    """Tests of a plugin as a whole; inside a class, where no test loader takes them for an author's own."""

    PagesTestCase = PagesTestCase
    PermissionsTestCase = PermissionsTestCase
    QueriesTestCase = QueriesTestCase
