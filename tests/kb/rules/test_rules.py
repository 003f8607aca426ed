"""Every rule is its own page and its own test: the wrong example gives exactly its code, the right one nothing."""

from __future__ import annotations

import re
from pathlib import Path
from types import ModuleType

import pytest

from kb.corpus.load import load_corpus
from kb.problem import Problem
from kb.rules.rule import HEADINGS, Rule, rule_of
from kb.rules.run import check_corpus, fix_text, rules
from tests.kb.rules.example import write_example
from tests.support.paths import ROOT


def found(root: Path, example: str) -> list[Problem]:
    return check_corpus(load_corpus(write_example(root, example)))


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_wrong_example_gives_exactly_this_code(rule: Rule, tmp_path: Path) -> None:
    problems = found(tmp_path, rule.wrong)
    assert {problem.code for problem in problems} == {rule.code}
    assert all(p.message and p.help and p.mark.line >= 1 and p.mark.column >= 1 for p in problems)


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_right_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    assert found(tmp_path, rule.right) == []


@pytest.mark.parametrize("rule", [rule for rule in rules() if rule.fix], ids=lambda rule: rule.code)
def test_fix_mends_the_wrong_example_and_leaves_the_right_one(rule: Rule, tmp_path: Path) -> None:
    corpus = write_example(tmp_path, rule.wrong)
    for path in corpus.rglob("*.yaml"):
        mended = fix_text(path.read_bytes().decode())
        assert fix_text(mended) == mended
        path.write_bytes(mended.encode())
    assert check_corpus(load_corpus(corpus)) == []
    assert fix_text(rule.right) == rule.right


def test_codes_are_unique_sorted_and_well_formed() -> None:
    codes = [rule.code for rule in rules()]
    assert codes == sorted(set(codes))
    assert all(re.fullmatch(r"[A-Z]{3}\d{2}", code) for code in codes)
    assert len(codes) >= 30


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.code)
def test_documentation(rule: Rule) -> None:
    assert rule.title
    assert len(rule.why.split()) >= 10
    # The name reads after "allow": it is the fault, not the remedy.
    assert not re.search(r"\b(must|should|require|forbid|disallow|avoid|need)", rule.name)
    assert (ROOT / "kb" / "rules" / "catalogue" / f"{rule.name.replace('-', '_')}.py").exists()


def test_a_rule_without_its_headings_is_refused() -> None:
    module = ModuleType("kb.rules.run.bare", "Không có mục nào.")
    with pytest.raises(ValueError, match=HEADINGS[0]):
        rule_of(module)


def test_every_code_in_the_source_has_a_rule() -> None:
    texts = [p.read_text("utf-8") for p in (ROOT / "kb").glob("*.py")]
    written = {code for text in texts for code in re.findall(r'"((?:SRC|FLD|IDN)\d{2})"', text)}
    assert written <= {rule.code for rule in rules()}


def test_no_remedy_is_missing_where_files_are_checked_one_by_one(tmp_path: Path) -> None:
    """Checking the files one at a time tells what checking them all tells."""
    for number, rule in enumerate(rules()):
        corpus = write_example(tmp_path / str(number), rule.wrong)
        whole = {problem.code for problem in check_corpus(load_corpus(corpus))}
        files = [p for p in (*corpus.rglob("*.y*ml"), *corpus.rglob("*.tsv")) if p.name != "links.yaml"]
        single = {problem.code for path in files for problem in check_corpus(load_corpus(corpus, [path]))}
        assert whole == single, rule.code


def test_a_suppression_needs_its_reason(tmp_path: Path) -> None:
    wrong = next(rule.wrong for rule in rules() if rule.code == "SUM02")
    assert [p.code for p in found(tmp_path / "a", f"{wrong}\n# bỏ qua SUM02: tên đã đủ ý")] == []
    assert [p.code for p in found(tmp_path / "b", f"{wrong}\n# bỏ qua SUM02")] == ["SUM02", "SUP01"]
    assert [p.code for p in found(tmp_path / "c", f"{wrong}\n# bỏ qua XYZ99: nhầm mã")] == ["SUM02", "SUP01"]
