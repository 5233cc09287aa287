"""Which rules and files a run is about: the command line and the settings."""

from __future__ import annotations

from pathlib import Path

import pytest

from netbox_plugin_kit.errors import UsageError
from netbox_plugin_kit.linting.choosing import choose_rules, matches
from netbox_plugin_kit.linting.run import projects_of
from netbox_plugin_kit.rules import every_rule
from tests.linting.projects import BAD, MODELS, codes, linted, plugin

OWN = {rule.code for rule in every_rule() if rule.code.startswith("NBP0")}


def chosen(select: tuple[str, ...] = (), ignore: tuple[str, ...] = ()) -> set[str]:
    return {rule.code for rule in choose_rules(select, ignore)}


def test_all_rules_are_the_default() -> None:
    assert chosen() == {rule.code for rule in every_rule()}


def test_what_the_linter_says_of_itself_stays_unless_it_is_ignored() -> None:
    assert chosen(("NBP101",)) == OWN | {"NBP101"}
    assert chosen(("NBP101",), ("NBP00",)) == {"NBP101"}


def test_the_longer_code_counts() -> None:
    assert chosen(("NBP1", "NBP601"), ("NBP6",)) - OWN == {code for code in chosen() if code.startswith("NBP1")} | {
        "NBP601"
    }
    assert chosen(("NBP1",), ("NBP101",)) - OWN == {code for code in chosen() if code.startswith("NBP1")} - {"NBP101"}
    assert chosen(("NBP101",), ("NBP101",)) - OWN == set()


@pytest.mark.parametrize(
    ("pattern", "fits", "misses"),
    [
        ("netbox_x/models.py", ["netbox_x/models.py"], ["models.py", "a/netbox_x/models.py", "netbox_x/models.pyc"]),
        ("netbox_x/vendor", ["netbox_x/vendor/a.py", "netbox_x/vendor/b/a.py"], ["netbox_x/vendors/a.py"]),
        ("netbox_x/vendor/", ["netbox_x/vendor/a.py"], ["vendor/a.py"]),
        ("./netbox_x/a.py", ["netbox_x/a.py"], []),
        ("vendor", ["vendor/a.py", "netbox_x/vendor/a.py", "netbox_x/vendor"], ["netbox_x/vendor.py"]),
        ("*.html", ["a.html", "netbox_x/templates/a.html"], ["a.html5", "html"]),
        ("netbox_x/*.py", ["netbox_x/a.py"], ["netbox_x/a/b.py", "a.py"]),
        ("netbox_x/*/a.py", ["netbox_x/b/a.py"], ["netbox_x/a.py", "netbox_x/b/c/a.py"]),
        ("**/migrations/*", ["migrations/1.py", "netbox_x/migrations/1.py"], ["netbox_x/migrations.py"]),
        ("netbox_x/**", ["netbox_x/a.py", "netbox_x/b/a.py"], ["a.py"]),
        ("000?_[a].py", ["000x_[a].py"], ["000x_a.py"]),
    ],
)
def test_patterns(pattern: str, fits: list[str], misses: list[str]) -> None:
    assert [path for path in fits if not matches(path, pattern)] == []
    assert [path for path in misses if matches(path, pattern)] == []


@pytest.fixture
def files() -> dict[str, str | bytes]:
    return {MODELS: BAD, "netbox_example/vendor/a.py": BAD}


def test_settings_are_heard(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    def left(settings: str) -> list[str]:
        root = plugin(tmp_path / str(len(list(tmp_path.iterdir()))), files, lint_settings=settings)
        return [path for path, _, _ in codes(root)]

    assert left("") == [MODELS, "netbox_example/vendor/a.py"]
    assert left('exclude = ["vendor"]') == [MODELS]
    assert left('ignore = ["NBP104"]') == []
    assert left('select = ["NBP6"]') == []
    assert left('[tool.netbox-plugin-kit.lint.per-file-ignores]\n"netbox_example/models.py" = ["NBP1"]') == [
        "netbox_example/vendor/a.py"
    ]


def test_the_command_line_wins(tmp_path: Path, files: dict[str, str | bytes]) -> None:
    root = plugin(
        tmp_path / "plugin", files, lint_settings='select = ["NBP6"]\nignore = ["NBP104"]\nfail-on = "warning"'
    )
    assert codes(root) == []
    assert len(codes(root, select=("NBP104",))) == 2
    assert linted(root, select=("NBP104",)).failed
    assert not linted(root, select=("NBP104",), fail_on="error").failed
    assert codes(root, select=("NBP104",), ignore=("NBP1",)) != []
    assert codes(root, select=("NBP104",), ignore=("nbp104",)) == []


def test_a_suppression_where_its_rule_is_left_out_is_no_finding(tmp_path: Path) -> None:
    text = "x = 1  # npk: ignore[NBP104]\n"
    root = plugin(
        tmp_path / "plugin", {MODELS: text},
        lint_settings='[tool.netbox-plugin-kit.lint.per-file-ignores]\n"*" = ["NBP104"]',
    )  # fmt: skip
    assert codes(root) == []


def test_an_unknown_code_in_the_settings_is_a_finding_in_its_line(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin", lint_settings='ignore = ["NBP104", "NBP199"]')
    lines = (root / "pyproject.toml").read_text().splitlines()
    assert codes(root) == [("pyproject.toml", lines.index('ignore = ["NBP104", "NBP199"]') + 1, "NBP005")]


def test_an_unknown_code_on_the_command_line_is_wrong_usage(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no rule NBP199; `npk rule` lists them"):
        linted(plugin(tmp_path / "plugin"), select=("NBP101,NBP199",))


def test_a_baseline_in_the_settings_is_relative_to_the_project(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin", {MODELS: BAD}, lint_settings='baseline = "lint.json"')
    with pytest.raises(UsageError, match=r"the baseline .*lint\.json cannot be read"):
        linted(root)
    linted(root, write_baseline=root / "lint.json")
    assert (codes(root), linted(root).baselined) == ([], 1)


def test_the_project_around_a_path(tmp_path: Path) -> None:
    one, other = plugin(tmp_path / "one"), plugin(tmp_path / "other")
    package = one / "netbox_example"
    assert projects_of([package]) == {one: (package,)}
    assert projects_of([package / "__init__.py", package]) == {one: (package / "__init__.py", package)}
    assert projects_of([package, one, other]) == {one: (), other: ()}
    for name in ("pyproject.toml", "setup.cfg", "setup.py"):
        (one / name).unlink(missing_ok=True)
    assert projects_of([package / "__init__.py"]) == {one: (package / "__init__.py",)}


@pytest.mark.parametrize("name", ["nowhere", "loop", "x" * 5000, "file.py/below"])
def test_a_path_that_leads_nowhere_is_wrong_usage(tmp_path: Path, name: str) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file.py").write_text("")
    with pytest.raises(UsageError, match="does not exist; name a plugin's project directory, or a file of it"):
        projects_of([tmp_path / name])
