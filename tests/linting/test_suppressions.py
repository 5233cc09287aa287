"""Comments that suppress findings: where they count, in which languages, and what is said of bad ones."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.linting.projects import BAD, MODELS, codes, linted, plugin

CALL = 'GenericRelation("netbox_example.Probe").contribute_to_class(Site, "probes")'
HEAD = "from django.contrib.contenttypes.fields import GenericRelation\nfrom dcim.models import Site\n\n"


@pytest.mark.parametrize(
    "body",
    [
        f"{CALL}  # npk: ignore[NBP104] removed in signals.py\n",
        f"{CALL}  # npk:ignore[NBP104]: removed in signals.py\n",
        f"{CALL}  # npk: ignore[nbp104] removed in signals.py\n",
        f"{CALL}  # noqa # npk: ignore[NBP104] removed in signals.py\n",
        f"{CALL}  # npk: ignore[NBP104] removed in signals.py # noqa\n",
        f"# npk: ignore[NBP104] removed in signals.py\n{CALL}\n",
        f"# npk: ignore[NBP104] removed in signals.py\n# and this is why\n{CALL}\n",
        f"# npk: ignore-file[NBP104] removed in signals.py\n\n\n{CALL}\n",
        f"{CALL}\n\n\n# npk: ignore-file[NBP104] removed in signals.py\n",
        f"if True:\n    # npk: ignore[NBP104] removed in signals.py\n    {CALL}\n",
    ],
)
def test_suppressed(tmp_path: Path, body: str) -> None:
    result = linted(plugin(tmp_path / "plugin", {MODELS: HEAD + body}))
    assert (result.violations, result.suppressed) == ((), 1)


def test_the_first_line_of_a_statement_counts_for_all_of_it(tmp_path: Path) -> None:
    body = (
        f"print(  # npk: ignore[NBP104] removed in signals.py\n    1,\n    {CALL},\n)\n"
        f"# npk: ignore[NBP104] removed in signals.py\nprint(\n    1,\n    {CALL},\n)\n"
        f"print(\n    1,\n    # npk: ignore[NBP104] removed in signals.py\n    {CALL},\n)\n"
    )
    result = linted(plugin(tmp_path / "plugin", {MODELS: HEAD + body}))
    assert (result.violations, result.suppressed) == ((), 3)


@pytest.mark.parametrize(
    ("body", "line"),
    [
        (f"# npk: ignore[NBP104] too far above\n\n{CALL}\n", 6),
        (f"{CALL}\n# npk: ignore[NBP104] below\n", 4),
        (f"x = 1  # npk: ignore[NBP104] behind the line above\n{CALL}\n", 5),
        (f"if True:  # npk: ignore[NBP104] of the block\n    {CALL}\n", 5),
    ],
)
def test_a_suppression_elsewhere_suppresses_nothing(tmp_path: Path, body: str, line: int) -> None:
    found = codes(plugin(tmp_path / "plugin", {MODELS: HEAD + body}))
    assert (MODELS, line, "NBP104") in found
    assert [code for _, _, code in found] in (["NBP104", "NBP004"], ["NBP004", "NBP104"])


def test_a_text_is_no_comment(tmp_path: Path) -> None:
    body = f'x = "# npk: ignore[NBP104] a text"; {CALL}\n"""\n# npk: ignore-file[NBP104] a text\n"""\n'
    assert codes(plugin(tmp_path / "plugin", {MODELS: HEAD + body})) == [(MODELS, 4, "NBP104")]


def test_several_codes(tmp_path: Path) -> None:
    body = f"{CALL}  # npk: ignore[NBP104, NBP101] removed in signals.py\n"
    root = plugin(tmp_path / "plugin", {MODELS: HEAD + body})
    result = linted(root)
    assert [violation.finding.message for violation in result.violations] == [
        "the suppression of NBP101 suppresses nothing"
    ]
    assert linted(root, fix=True).violations == ()
    assert (root / MODELS).read_text() == HEAD + f"{CALL}  # npk: ignore[NBP104] removed in signals.py\n"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("lead", ["", "\ufeff"], ids=["", "BOM"])
def test_fix_takes_out_what_suppresses_nothing_and_nothing_else(tmp_path: Path, end: str, lead: str) -> None:
    body = (
        'ü = "é"  # npk: ignore[NBP104] no longer needed\n'
        "x = 1  # npk: ignore[NBP104] no longer needed # noqa\n"
        "def work():\n"
        "    # npk: ignore[NBP104] no longer needed\n"
        "\treturn 1 \n"
    ).replace("\n", end)
    left = 'ü = "é"\nx = 1 # noqa\ndef work():\n\treturn 1 \n'.replace("\n", end)
    root = plugin(tmp_path / "plugin", {MODELS: lead + body})
    result = linted(root, fix=True)
    assert (result.violations, result.fixed) == ((), 3)
    assert (root / MODELS).read_bytes().decode() == lead + left


@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_a_reason_is_wanted(tmp_path: Path, end: str) -> None:
    body = f"{CALL}  # npk: ignore[NBP104]{end}".replace("\n", end)
    assert codes(plugin(tmp_path / "plugin", {MODELS: HEAD + body})) == [(MODELS, 4, "NBP003")]


@pytest.mark.parametrize(
    ("comment", "said"),
    [
        ("# npk: ignore[NBP1O4] why", "there is no rule NBP1O4"),
        ("# npk: ignore[NBP1] why", "there is no rule NBP1"),
        ("# npk: ignore why", "the suppression names no rule, and so suppresses nothing"),
        ("# npk: ignore[] why", "the suppression names no rule, and so suppresses nothing"),
        ("# npk: ignores[NBP104] why", "`npk: ignores` means nothing"),
        ("# npk: disable[NBP104] why", "`npk: disable` means nothing"),
    ],
)
def test_what_means_nothing_is_said(tmp_path: Path, comment: str, said: str) -> None:
    (violation,) = linted(plugin(tmp_path / "plugin", {MODELS: f"x = 1  {comment}\n"})).violations
    assert (violation.finding.code, violation.finding.message, violation.finding.line) == ("NBP005", said, 1)


def test_a_word_about_the_kit_is_no_suppression(tmp_path: Path) -> None:
    assert codes(plugin(tmp_path / "plugin", {MODELS: "x = 1  # npk: see docs/lint.md, and do not ignore[it]\n"})) == []


def test_of_rules_that_were_not_asked_nothing_is_said(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin", {MODELS: "x = 1  # npk: ignore[NBP104]\n"})
    assert codes(root, select=("NBP101",)) == []
    assert codes(root, ignore=("NBP104",)) == []
    assert [code for _, _, code in codes(root, select=("NBP104",))] == ["NBP003", "NBP004"]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("netbox_example/templates/netbox_example/a.html", "{{# npk: ignore[NBP104] {} #}}\n"),
        ("netbox_example/templates/netbox_example/a.html", "<!-- npk: ignore[NBP104] {} -->\n"),
        ("netbox_example/static/netbox_example/a.css", "/* npk: ignore[NBP104] {} */\n"),
        ("netbox_example/static/netbox_example/a.js", "f('// npk: ignore[NBP104]') // npk: ignore[NBP104] {}\n"),
        ("docker-compose.yml", 'a: "# npk: ignore[NBP104]" # npk: ignore[NBP104] {}\nb: |\n  # npk: ignore[NBP104]\n'),
        ("Dockerfile", "# npk: ignore[NBP104] {}\nRUN true # npk: ignore[NBP104]\n"),
        ("setup.cfg", "; npk: ignore[NBP104] {}\n"),
        ("README.md", "`# npk: ignore[NBP104]`\n<!-- npk: ignore[NBP104] {} -->\n"),
    ],
    ids=lambda value: value if "/" in value or "." in value else "",
)
def test_every_language_has_comments_of_its_own(tmp_path: Path, name: str, text: str) -> None:
    root = plugin(tmp_path / "plugin", {name: text.format("why")})
    assert [(path, code) for path, _, code in codes(root)] == [(name, "NBP004")]
    bare = plugin(tmp_path / "bare", {name: text.format("")})
    assert [code for _, _, code in codes(bare)] == ["NBP003", "NBP004"]


def test_toml(tmp_path: Path) -> None:
    root = plugin(tmp_path / "plugin")
    with (root / "pyproject.toml").open("a") as file:
        file.write(
            '[tool.other]\na = "# npk: ignore[NBP104]"  # npk: ignore[NBP104] why\nb = """\n# npk: ignore[NBP1]"""\n'
        )
        file.write("c = '''\n# npk: ignore[NBP1]'''\nd = 'it\\'  # npk: ignore[NBP108] why\n")
    assert [code for _, _, code in codes(root)] == ["NBP004", "NBP004"]


def test_a_template_can_be_suppressed(tmp_path: Path) -> None:
    name = "netbox_example/templates/dcim/device.html"
    assert [code for _, _, code in codes(plugin(tmp_path / "plugin", {name: "text\n"}))] == ["NBP301"]
    text = "{# npk: ignore[NBP301] agreed with the operators #}\n"
    assert codes(plugin(tmp_path / "suppressed", {name: text})) == []


def test_comments_up_to_a_syntax_error_count(tmp_path: Path) -> None:
    text = "# npk: ignore-file[NBP001] generated for another Python\ndef work(:\n"
    result = linted(plugin(tmp_path / "plugin", {MODELS: text}))
    assert (result.violations, result.suppressed) == ((), 1)


def test_a_part_of_the_project_is_judged_like_the_whole(tmp_path: Path) -> None:
    other = "netbox_example/other.py"
    text = f"{HEAD}{CALL}  # npk: ignore[NBP104] removed in signals.py\n"
    root = plugin(tmp_path / "plugin", {MODELS: text, other: BAD})
    assert codes(root, root / MODELS) == []
    assert linted(root, root / other).suppressed == 0
    assert codes(root, root / "netbox_example") == [(other, 4, "NBP104")]
