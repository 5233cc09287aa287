"""The table [tool.netbox-plugin-kit]."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import jsonschema
import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.plugin import (
    KitSettings,
    LintSettings,
    RequiredPlugin,
    read_lint_settings,
    read_project,
    settings_schema,
)
from netbox_plugin_kit.plugin.metadata import read_pyproject

Write = Callable[..., Path]


def test_defaults(project: Write) -> None:
    assert read_project(project()).settings == KitSettings()


def test_every_key(project: Write) -> None:
    root = project(
        {"testing/extra.py": "", "checks/test_it.py": ""},
        pyproject="""
        [project]
        name = "netbox-example"
        [project.optional-dependencies]
        qa = ["responses"]
        [dependency-groups]
        base = ["factory-boy"]
        more = ["responses>=0.25", {include-group = "base"}]
        [tool.netbox-plugin-kit]
        package = "netbox_example"
        requires-plugins = ["netbox_a", {package = "netbox_dns", requirement = "netbox-plugin-dns>=1.2"}]
        configuration = "testing/extra.py"
        test-requirements = ["requests-mock>=1", "extra:qa", "group:more"]
        test-command = "pytest"
        test-path = "checks"
        [tool.netbox-plugin-kit.plugins-config.netbox_example]
        top_level_menu = true
        [tool.netbox-plugin-kit.settings]
        FIELD_CHOICES = {"dcim.Site.status" = []}
        """,
    )

    plugin = read_project(root)

    assert plugin.settings == KitSettings(
        package="netbox_example",
        plugins_config={"netbox_example": {"top_level_menu": True}},
        requires_plugins=(RequiredPlugin("netbox_a"), RequiredPlugin("netbox_dns", "netbox-plugin-dns>=1.2")),
        settings={"FIELD_CHOICES": {"dcim.Site.status": []}},
        configuration="testing/extra.py",
        test_requirements=("requests-mock>=1", "extra:qa", "responses>=0.25", "factory-boy"),
        test_command="pytest",
        test_path="checks",
    )
    assert plugin.tests is not None
    assert (plugin.tests.runner, plugin.tests.path, plugin.tests.label) == ("pytest", root / "checks", "checks")


@pytest.mark.parametrize(
    ("pyproject", "expected"),
    [
        ('[project]\nname = "x"\n[project.optional-dependencies]\ntest = ["a"]\ndocs = ["b"]', ("extra:test",)),
        ('[dependency-groups]\nTests = ["a", {include-group = "b"}]\nb = ["c", {include-group = "tests"}]', ("a", "c")),
        ('[tool.poetry.group.test.dependencies]\npytest = "^8"', ("pytest>=8,<9",)),
        ('[tool.pdm.dev-dependencies]\ntesting = ["pytest>=8"]', ("pytest>=8",)),
        ('[dependency-groups]\ntest = ["a"]\n[tool.netbox-plugin-kit]\ntest-requirements = []', ()),
    ],
)
def test_test_requirements_are_found(project: Write, pyproject: str, expected: tuple[str, ...]) -> None:
    assert read_project(project(pyproject=pyproject)).settings.test_requirements == expected


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ('test-comand = "pytest"', r'tool\.netbox-plugin-kit has no key "test-comand"; did you mean "test-command"\?'),
        ("FOO = 1", r'no key "FOO"; allowed: package, plugins-config'),
        ('test-command = "nose"', r"test-command is 'nose'; allowed: .django. or .pytest. or .standalone.$"),
        ("package = 3", r"package is 3; allowed: a text"),
        ('package = "my-plugin"', r"package is 'my-plugin'; allowed: a dotted import name"),
        ('plugins-config = {netbox_example = "x"}', r"plugins-config\.netbox_example is 'x'; allowed: a table"),
        ("settings = {debug = true}", r'settings has the key "debug"; allowed: upper-case names'),
        ("requires-plugins = [3]", r"requires-plugins\.0 is 3; allowed: "),
        ('requires-plugins = [{requirement = "a"}]', r"requires-plugins\.0"),
        ('requires-plugins = [{package = "a", requirement = "=1"}]', r'requires-plugins has "=1", which is no req'),
        ('test-requirements = ["a b c"]', r'test-requirements has "a b c", which is no requirement'),
        ('test-requirements = ["extra:qa"]', r'names the extra "qa"; the project declares none'),
        ('test-requirements = ["group:qa"]', r'names the dependency group "qa"; the project has docs'),
        ('configuration = "missing.py"', r'configuration is "missing.py", but there is no '),
        ('test-path = "missing"', r'test-path is "missing", but there is no '),
        ('configuration = ""', r"configuration is ''; allowed: a text that is not empty"),
        ("lint = 3", r"lint is 3; allowed: a table"),
        ('lint.selct = ["NBP1"]', r'tool\.netbox-plugin-kit\.lint has no key "selct"; did you mean "select"\?'),
        ('lint.select = "NBP1"', r"lint\.select is 'NBP1'; allowed: a list"),
        ('lint.ignore = ["E501"]', r"lint\.ignore\.0 is 'E501'; allowed: a rule's code or how it begins, such as NBP1"),
        ('lint.per-file-ignores = {"*" = "NBP1"}', r"lint\.per-file-ignores\.\* is 'NBP1'; allowed: a list"),
        ('lint.exclude = [""]', r"lint\.exclude\.0 is ''; allowed: a text that is not empty"),
        ('lint.fail-on = "fatal"', r"fail-on is 'fatal'; allowed: .error. or .warning. or .info. or .never."),
    ],
)
def test_mistake_is_explained_in_one_line(project: Write, line: str, message: str) -> None:
    root = project(pyproject=f"[dependency-groups]\ndocs = []\n[tool.netbox-plugin-kit]\n{line}\n")

    with pytest.raises(UsageError, match=message) as raised:
        read_project(root)

    assert "pyproject.toml: " in str(raised.value)
    assert "\n" not in str(raised.value)


def test_lint(project: Write) -> None:
    root = project(
        pyproject="""
        [tool.netbox-plugin-kit.lint]
        select = ["NBP1", "NBP601"]
        ignore = ["NBP108"]
        per-file-ignores = {"netbox_example/vendor/**" = ["NBP1"]}
        exclude = ["docs"]
        baseline = "lint.json"
        fail-on = "warning"
        """
    )

    given = read_pyproject(root)["tool"]["netbox-plugin-kit"]

    assert read_lint_settings(root / "pyproject.toml", given) == LintSettings(
        select=("NBP1", "NBP601"),
        ignore=("NBP108",),
        per_file_ignores={"netbox_example/vendor/**": ("NBP1",)},
        exclude=("docs",),
        baseline="lint.json",
        fail_on="warning",
    )
    assert read_project(root).settings == KitSettings()  # it is the linter's alone
    assert read_lint_settings(root / "pyproject.toml", {}) == LintSettings()


def test_table_must_be_a_table(project: Write) -> None:
    with pytest.raises(UsageError, match=r"tool\.netbox-plugin-kit is 3; allowed: a table"):
        read_project(project(pyproject="[tool]\nnetbox-plugin-kit = 3"))


def test_schema_is_valid_and_documented() -> None:
    schema = settings_schema()
    jsonschema.Draft202012Validator.check_schema(schema)

    text = (Path(__file__).parents[2] / "docs" / "configuration.md").read_text(encoding="utf-8")

    assert [key for key in schema["properties"] if f"## `{key}`" not in text] == []
