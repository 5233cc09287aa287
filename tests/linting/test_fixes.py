"""Mending: what is replaced is replaced to the letter, and everything around stays as it was written."""

from __future__ import annotations

import ast
import stat
import tempfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from netbox_plugin_kit.errors import UnavailableError
from netbox_plugin_kit.linting.repairs import Edit, Repair, apply_edits, replace_node
from netbox_plugin_kit.linting.run import Options, lint
from netbox_plugin_kit.linting.sources import Source, read_source
from netbox_plugin_kit.rules import every_rule
from tests.kit import Disk
from tests.linting.projects import MODELS, codes, linted, plugin
from tests.rules.running import CASES, project

BROKEN = 'class ExampleConfig(PluginConfig):\n    min_version = "4,5"\n'
FIXABLE = [rule.code for rule in every_rule() if rule.fixable != "no"]


def edited(root: Path, *edits: Edit) -> int:
    return apply_edits(root, [Repair((edit,)) for edit in edits])


@pytest.mark.parametrize("case", [case for code in FIXABLE for case in sorted((CASES / code).glob("bad*"))], ids=str)
def test_what_a_rule_mends_is_mended_and_nothing_new_is_wrong(case: Path, tmp_path: Path) -> None:
    root = project(case, tmp_path / "plugin")
    before = lint(root, Options())
    after = lint(root, Options(fix=True, unsafe=True))
    # A suppression of what is mended may be left over.
    known = {(each.finding.code, each.finding.path) for each in before.violations}
    assert {(each.finding.code, each.finding.path) for each in after.violations} <= known
    assert [each for each in after.violations if each.repair] == []
    assert after.fixed >= len({each.finding.line for each in before.violations if each.repair})


@pytest.mark.parametrize("code", FIXABLE)
def test_a_rule_that_mends_has_a_case_that_is_mended(code: str, tmp_path: Path) -> None:
    mended = []
    for number, case in enumerate(sorted((CASES / code).glob("bad*"))):
        result = lint(project(case, tmp_path / str(number)), Options())
        mended += [each.repair.safe for each in result.violations if each.repair and each.finding.code == code]
    (rule,) = [rule for rule in every_rule() if rule.code == code]
    assert mended
    assert any(mended) == (rule.fixable == "safe")


def test_only_rules_that_say_so_mend() -> None:
    for code in {rule.code for rule in every_rule()} - set(FIXABLE):
        for case in sorted((CASES / code).glob("bad*")):
            with tempfile.TemporaryDirectory() as place:
                result = lint(project(case, Path(place) / "plugin"), Options())
            assert [each for each in result.violations if each.repair and each.finding.code == code] == []


def test_unsafe_repairs_need_to_be_asked_for(tmp_path: Path) -> None:
    (case,) = sorted((CASES / "NBP603").glob("bad"))
    root = project(case, tmp_path / "plugin")
    assert linted(root, fix=True).fixed == 0
    assert linted(root, fix=True, unsafe=True).fixed == 1


def test_only_what_was_named_is_mended(tmp_path: Path) -> None:
    text = "x = 1  # npk: ignore[NBP104] no longer needed\n"
    root = plugin(tmp_path / "plugin", {MODELS: text, "netbox_example/other.py": text})
    assert codes(root, root / MODELS, fix=True) == []
    assert (root / "netbox_example/other.py").read_text() == text


def test_files_keep_their_mode_and_links_stay_links(tmp_path: Path) -> None:
    text = "x = 1  # npk: ignore[NBP104] no longer needed\n"
    root = plugin(tmp_path / "plugin", {"netbox_example/real.py": text})
    (root / "netbox_example/real.py").chmod(0o640)
    (root / MODELS).symlink_to("real.py")
    assert codes(root, fix=True) == []
    assert (root / MODELS).is_symlink()
    assert stat.S_IMODE((root / MODELS).stat().st_mode) == 0o640
    assert (root / MODELS).read_text() == "x = 1\n"
    assert [path for path in root.rglob("*") if path.name.endswith(".npk")] == []


def test_what_lies_outside_the_project_is_not_touched(tmp_path: Path) -> None:
    text = "x = 1  # npk: ignore[NBP104] no longer needed\n"
    (tmp_path / "elsewhere.py").write_text(text)
    root = plugin(tmp_path / "plugin")
    (root / MODELS).symlink_to(tmp_path / "elsewhere.py")
    result = linted(root, fix=True)
    assert (len(result.violations), result.fixed) == (1, 0)
    assert (tmp_path / "elsewhere.py").read_text() == text


def test_a_file_that_cannot_be_written_is_said(disk: Disk) -> None:
    text = "x = 1  # npk: ignore[NBP104] no longer needed\n"
    root = plugin(disk.place / "plugin", {MODELS: text})
    disk.make_read_only()
    with pytest.raises(UnavailableError, match=r"cannot write .*models\.py: Read-only file system"):
        linted(root, fix=True)
    assert (root / MODELS).read_text() == text


def test_edits_of_one_place_are_made_one_after_another(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("0123456789")
    assert edited(tmp_path, Edit("a", 2, 5, "x"), Edit("a", 4, 7, "y"), Edit("a", 7, 7, "z"), Edit("a", 7, 7, "w")) == 2
    assert (tmp_path / "a").read_text() == "01x56z789"


def test_a_repair_is_made_as_a_whole_or_not(tmp_path: Path) -> None:
    (tmp_path / "a").write_text("0123456789")
    repairs = [
        Repair((Edit("a", 2, 5, "x"),)),
        Repair((Edit("a", 8, 9, "y"), Edit("a", 4, 6, "z"), Edit("b", 0, 0, "!"))),
    ]
    assert apply_edits(tmp_path, repairs) == 1
    assert (tmp_path / "a").read_text() == "01x56789"
    assert not (tmp_path / "b").exists()


def test_a_file_that_is_not_there_is_made(tmp_path: Path) -> None:
    assert edited(tmp_path, Edit("package/migrations/__init__.py", 0, 0, "")) == 1
    assert (tmp_path / "package/migrations/__init__.py").read_text() == ""


pieces = st.text(st.sampled_from("aé日😀\t \x0c\x1c\u2028'\r\n"), max_size=12)


@given(st.sampled_from(["", "\ufeff"]), st.lists(st.tuples(pieces, pieces, pieces), max_size=6), pieces)
def test_everything_outside_the_edits_stays(lead: str, edits: list[tuple[str, str, str]], tail: str) -> None:
    text, repairs, expected = "", [], ""
    for before, old, new in edits:
        text, expected = text + before + "|", expected + before + "|"
        repairs.append(Repair((Edit("a.txt", len(text), len(text) + len(old), new),)))
        text, expected = text + old, expected + new
    text, expected = text + tail, expected + tail
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "a.txt"
        path.write_bytes((lead + text).encode())
        assert apply_edits(Path(place), repairs) == len(repairs)
        assert path.read_bytes() == (lead + expected).encode()


names = st.sampled_from(["a", "é", "日本", "x1"])
values = st.sampled_from(["1", "'é'", '"日本😀"', "'''a\n\u2028\x0c'''", "(\n 1,\n)", "f(\n'é')"])
ends = st.sampled_from(["\n", "\r\n", "\r"])
leads = st.sampled_from(["", "\ufeff"])


@given(leads, ends, st.lists(st.tuples(names, values, st.sampled_from(["; ", "\n", "  # é\n", "\n\x0c\n"]))), st.data())
def test_a_node_is_replaced_where_it_stands(
    lead: str, end: str, statements: list[tuple[str, str, str]], data: st.DataObject
) -> None:
    text = "".join(f"{name} = {value}{gap}" for name, value, gap in [*statements, ("last", "1", "\n")])
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "a.py"
        path.write_bytes((lead + text.replace("\n", end)).encode())
        source = read_source(path, "a.py")
        assert isinstance(source, Source)
        body = ast.parse(source.text).body
        number = data.draw(st.integers(0, len(body) - 1))
        chosen = body[number]
        assert isinstance(chosen, ast.Assign)
        edit = replace_node(source, chosen.value, "NEW")
        apply_edits(Path(place), [Repair((edit,))])
        changed = ast.parse(path.read_bytes().decode().removeprefix("\ufeff")).body
        expected = [ast.unparse(node) for node in body]
        assert isinstance(chosen.targets[0], ast.Name)
        expected[number] = f"{chosen.targets[0].id} = NEW"
        assert [ast.unparse(node) for node in changed] == expected
        assert source.place(chosen.lineno, chosen.col_offset + 1) == source.place_of(
            source.offset(chosen.lineno, chosen.col_offset)
        )
