"""What the check `conflicts` says of plugins that take each other's names (inside/namespaces/claims.py and beside it).

And of those that cannot be installed together (environment/companions.py).
"""

from __future__ import annotations

import subprocess
from pathlib import Path
from textwrap import dedent

import pytest

from tests.kit import NPK

from .conftest import Directory
from .plugins import plugin
from .running import CURRENT, OLDER, Ran, npk_test

pytestmark = [pytest.mark.netbox, pytest.mark.usefixtures("trivial")]

CHECKS = ("--checks", "conflicts")

NOTE = """
    from django.db import models
    from netbox.models import NetBoxModel

    class {name}(NetBoxModel):
        site = models.ForeignKey("dcim.Site", models.CASCADE, related_name="notes{relation}")
"""

SCHEMA = """
    import strawberry

    @strawberry.type
    class Query:
        {field}: str = "{field}"

    schema = [Query]
"""

URLS = """
    from django.http import HttpResponse
    from django.urls import path

    urlpatterns = [path("notes/", lambda request: HttpResponse("{word}"), name="notes")]
"""

VIEWS = """
    from django.views.generic import View
    from utilities.views import register_model_view
    from dcim.models import Site

    @register_model_view(Site, "{name}")
    class NotesView(View):
        pass
"""

RECEIVER = """
    from django.db.models.signals import post_save
    from django.dispatch import receiver
    from dcim.models import Site

    @receiver(post_save, sender=Site, dispatch_uid="{uid}")
    def note(**kwargs):
        pass
"""

JOB = """
    from netbox.jobs import JobRunner

    class Clean(JobRunner):
        class Meta:
            name = "{job}"

        def run(self, *args, **kwargs):
            pass
"""

BACKEND = """
    from netbox.data_backends import DataBackend

    class Notes(DataBackend):
        name = "{backend}"
        label = "Notes"

    backends = [Notes]
"""

READY = """
    def ready(self):
        super().ready()
        from . import jobs, receivers, views
"""

TAGS = """
    from django import template

    register = template.Library()
"""

MENU = """
    from netbox.plugins import PluginMenuItem

    menu_items = (PluginMenuItem(link="plugins:{package}:notes", link_text="Notes"),)
"""


def _taking(directory: Path, name: str, word: str, *, verbose_name: str, base_url: str) -> Path:
    """A plugin that takes a name of every kind; they end with `word`."""
    files = {
        f"templates/notes{word}.html": name,
        f"static/notes{word}.css": "",
        f"templatetags/notes{word}.py": TAGS,
        f"management/commands/clean{word}.py": "",
        "urls.py": URLS.format(word=word),
        "views.py": VIEWS.format(name=f"notes{word}"),
        "receivers.py": RECEIVER.format(uid=f"note{word}"),
        "jobs.py": JOB.format(job=f"Clean{word}"),
        "data_backends.py": BACKEND.format(backend=f"notes{word}"),
        "graphql.py": SCHEMA.format(field=f"note{word}"),
        "navigation.py": MENU.format(package=name),
        "models.py": NOTE.format(name=f"Note{word.title()}", relation=word),
    }
    config = f'verbose_name = "{verbose_name}"\nbase_url = "{base_url}"\n{dedent(READY)}'
    return plugin(directory, name=name, config=config, files=files)


@pytest.fixture(scope="module")
def colliding(directory: Directory) -> Ran:
    """Two plugins that take the same names, of many kinds."""
    mine = _taking(directory("mine"), "netbox_mine", "", verbose_name="Notes", base_url="notes")
    other = _taking(directory("other"), "netbox_other", "", verbose_name="Notes", base_url="notes")
    return npk_test(mine, *CHECKS, "--with", str(other))


@pytest.mark.parametrize(
    "words",
    [
        "base_url notes is both netbox_mine's and netbox_other's: /plugins/notes/",
        "template notes.html is both netbox_mine's and netbox_other's: netbox_other's is rendered for both",
        "static file notes.css is both",
        "template tag library notes is both netbox_mine's and netbox_other's: {% load %} gives netbox_mine's to",
        "management command clean is both",
        "reverse accessor dcim.Site.notes is both netbox_mine's and netbox_other's (netbox_mine.Note.site and",
        "view on a model notes of dcim.site is both",
        "dispatch_uid note is both netbox_mine's and netbox_other's: netbox_other is connected",
        "name of jobs Clean is both",
        "data backend notes is both netbox_mine's and netbox_other's: the plugin that registers last, netbox_mine,",
        "GraphQL field note is both netbox_mine's and netbox_other's: netbox_other's answers",
        "section of the menu Plugins Notes is both netbox_mine's and netbox_other's: netbox_mine's entries replace",
    ],
)
def test_a_name_that_both_take(colliding: Ran, words: str) -> None:
    assert colliding.outcomes["conflicts"] == "fail"
    assert any(words in message for message in colliding.messages("conflicts")), colliding.messages("conflicts")


def test_a_collision_says_how_to_get_out_of_the_way(colliding: Ran) -> None:
    fixes = {found["fix"] for found in colliding.check("conflicts")["findings"]}
    assert "move your templates to templates/netbox_mine/ and name them so in views and tags" in fixes


def test_plugins_that_share_no_name(directory: Directory) -> None:
    mine = _taking(directory("mine"), "netbox_mine", "_mine", verbose_name="Mine", base_url="mine")
    other = _taking(directory("other"), "netbox_other", "_other", verbose_name="Other", base_url="other")

    ran = npk_test(mine, "--checks", "system,conflicts", "--with", str(other))

    assert ran.outcomes["system"] == "pass"
    assert ran.outcomes["conflicts"] == "pass", ran.messages("conflicts")
    assert ran.detail("conflicts").endswith("names beside netbox_other")


def test_without_another_plugin_there_is_nothing_to_ask(directory: Directory) -> None:
    ran = npk_test(plugin(directory("single")), *CHECKS)

    assert ran.outcomes["conflicts"] == "skip"
    assert ran.detail("conflicts") == "no other plugin to conflict with (--with PLUGIN)"


APPS = 'django_apps = ["{}.notes"]'


def test_two_labels_that_are_the_same_keep_netbox_from_starting(directory: Directory) -> None:
    notes = {"notes/nothing.py": ""}
    mine = plugin(directory("mine"), name="netbox_mine", config=APPS.format("netbox_mine"), files=notes)
    other = plugin(directory("other"), name="netbox_other", config=APPS.format("netbox_other"), files=notes)

    ran = npk_test(mine, *CHECKS, "--with", str(other))

    assert ran.outcomes == {"install": "pass", "loads": "fail", "conflicts": "fail"}
    (message,) = ran.messages("conflicts")
    assert "NetBox does not come up with both netbox_mine and netbox_other, though it does with each alone" in message
    assert "Application labels aren't unique" in message


TYPES = """
    import strawberry

    @strawberry.type
    class Note:
        text: str = ""

    @strawberry.type
    class Query:
        @strawberry.field
        def {field}(self) -> Note:
            return Note()

    schema = [Query]
"""


def test_two_graphql_types_that_are_called_the_same(directory: Directory) -> None:
    mine = plugin(directory("mine"), name="netbox_mine", files={"graphql.py": TYPES.format(field="mine")})
    other = plugin(directory("other"), name="netbox_other", files={"graphql.py": TYPES.format(field="other")})

    ran = npk_test(mine, *CHECKS, "--with", str(other))

    assert ran.outcomes["conflicts"] == "fail"
    (message,) = ran.messages("conflicts")
    assert "GraphQL type Note is both netbox_mine's and netbox_other's: no schema can be made with both" in message


def test_requirements_that_exclude_each_other(directory: Directory) -> None:
    mine = plugin(directory("mine"), name="netbox_mine", requires=["iniconfig==2.0.0"])
    other = plugin(directory("other"), name="netbox_other", requires=["iniconfig==2.1.0"])

    ran = npk_test(mine, *CHECKS, "--with", str(other))

    assert ran.outcomes == {"install": "fail", "loads": "skip", "conflicts": "fail"}
    (message,) = ran.messages("conflicts")
    assert "it cannot be installed beside netbox_other" in message
    assert "iniconfig" in message


def test_a_companion_that_does_not_load_is_not_the_plugins_fault(directory: Directory) -> None:
    mine = plugin(directory("mine"), name="netbox_mine")
    other = plugin(directory("other"), name="netbox_other", files={"urls.py": "import nothing_of_this_name"})

    command = [*NPK, "test", str(mine), "--netbox", CURRENT, *CHECKS, "--with", str(other)]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=240)

    assert done.returncode == 2
    assert f"--with {other} does not load by itself on NetBox {CURRENT}" in done.stderr
    assert "nothing_of_this_name" in done.stderr


def test_a_companion_from_the_index(directory: Directory) -> None:
    ran = npk_test(plugin(directory("beside-qrcode")), *CHECKS, "--with", "netbox-qrcode==1.0.0")

    assert ran.outcomes["conflicts"] == "pass", ran.messages("conflicts")
    assert ran.detail("conflicts").endswith("beside netbox_qrcode")


QUERIED = """
    from django.db import models

    class {name}(models.Model):
        site = models.ForeignKey("dcim.Site", models.CASCADE, related_name="+", related_query_name="{query}")
"""


def test_two_relations_that_queries_cannot_tell_apart(directory: Directory) -> None:
    mine = plugin(
        directory("mine"), name="netbox_mine", files={"models.py": QUERIED.format(name="Mine", query="noted")}
    )
    other = plugin(
        directory("other"), name="netbox_other", files={"models.py": QUERIED.format(name="Other", query="noted")}
    )

    ran = npk_test(mine, *CHECKS, "--with", str(other))

    (message,) = ran.messages("conflicts")
    assert "name of a reverse relation in queries dcim.Site.noted is both netbox_mine's and netbox_other's" in message


@pytest.mark.mirror
def test_two_models_of_one_name_whose_tags_clash_on_an_older_release(directory: Directory) -> None:
    model = {"models.py": "from netbox.models import NetBoxModel\n\nclass Note(NetBoxModel):\n    pass\n"}
    mine = plugin(directory("mine"), name="netbox_mine", files=model)
    other = plugin(directory("other"), name="netbox_other", files=model)

    ran = npk_test(mine, *CHECKS, "--with", str(other), netbox=OLDER)

    (message,) = ran.messages("conflicts")
    assert "reverse accessor extras.Tag.note_set is both netbox_mine's and netbox_other's" in message
