from __future__ import annotations

import runpy
from pathlib import Path
from textwrap import dedent

import pytest

from netbox_plugin_kit.inside.trouble import from_plugin, place, summary, trouble


@pytest.fixture
def site(tmp_path: Path) -> Path:
    site = tmp_path / "site"
    (site / "netbox_small").mkdir(parents=True)
    return site


def raised(path: Path, text: str) -> BaseException:
    """What running a file raises."""
    path.write_text(dedent(text))
    with pytest.raises(BaseException) as caught:  # noqa: PT011 - whatever it is
        runpy.run_path(str(path))
    return caught.value


@pytest.mark.parametrize(
    ("problem", "said"),
    [
        (ValueError("too long"), "ValueError: too long"),
        (ValueError("too long\nby a mile"), "ValueError: too long"),
        (ValueError("\n  too long  "), "ValueError: too long"),
        (ValueError(), "ValueError"),
        (KeyError("name"), "KeyError: 'name'"),
    ],
)
def test_summary_is_one_line(problem: Exception, said: str) -> None:
    assert summary(problem) == said


def test_place_is_the_innermost_line_of_the_plugin(site: Path) -> None:
    problem = raised(
        site / "netbox_small/models.py",
        """
        import json

        def read():
            return json.loads("no json")

        read()
        """,
    )

    assert place(problem, str(site)) == ("netbox_small/models.py", 5)


def test_syntax_error_has_the_place_of_the_syntax(site: Path) -> None:
    problem = raised(site / "netbox_small/forms.py", "fields = 1\nclass\n")

    assert place(problem, str(site)) == ("netbox_small/forms.py", 2)


@pytest.mark.parametrize("how", ["raise RuntimeError('wrapped') from problem", "raise RuntimeError('wrapped')"])
def test_exception_that_somebody_else_wrapped_has_the_place_of_its_cause(site: Path, tmp_path: Path, how: str) -> None:
    (site / "netbox_small/views.py").write_text("missing\n")
    problem = raised(
        tmp_path / "loader.py",
        f"""
        import runpy
        try:
            runpy.run_path({str(site / "netbox_small/views.py")!r})
        except NameError as problem:
            {how}
        """,
    )

    assert summary(problem) == "RuntimeError: wrapped"
    assert place(problem, str(site)) == ("netbox_small/views.py", 1)


def test_exception_that_never_was_in_the_plugin_has_no_place(site: Path, tmp_path: Path) -> None:
    problem = raised(tmp_path / "elsewhere.py", "1 / 0\n")

    assert place(problem, str(site)) == (None, None)
    assert not from_plugin(problem, str(site))


def test_directory_beside_the_site_is_not_the_plugins(site: Path) -> None:
    beside = site.with_name("site-packages")
    beside.mkdir()

    assert not from_plugin(raised(beside / "other.py", "1 / 0\n"), str(site))


def test_trouble_is_a_finding_with_message_place_and_remedy(site: Path) -> None:
    problem = raised(site / "netbox_small/urls.py", "import does_not_exist\n")

    finding = trouble(problem, str(site), fix="install it")

    assert (finding.path, finding.line) == ("netbox_small/urls.py", 1)
    assert finding.message == "ModuleNotFoundError: No module named 'does_not_exist'"
    assert (finding.severity, finding.fix) == ("error", "install it")


def test_addresses_are_left_out() -> None:
    assert summary(ValueError("<function f at 0x7f0b19ccc220> fails")) == "ValueError: <function f> fails"


def test_an_exception_may_be_its_own_cause(tmp_path: Path) -> None:
    first, second = ValueError("a"), ValueError("b")
    first.__cause__, second.__cause__ = second, first

    assert place(first, str(tmp_path)) == (None, None)
