"""What rules say in cases that their own examples do not show."""

from __future__ import annotations

from pathlib import Path

from kb.rules.run import check_corpus, rules
from tests.kb.rules import fuzz
from tests.support.corpora import body, clean_files, load


def said(root: Path, files: dict[str, str], code: str) -> list[str]:
    return [problem.message for problem in check_corpus(load(root, clean_files() | files)) if problem.code == code]


def test_two_sections_of_one_id(tmp_path: Path) -> None:
    section = fuzz.PLAN.partition("sections:\n")[2].partition("links:")[0]
    twice = fuzz.PLAN.replace(section, section + section.replace("i.p1", "i.p2"))
    assert said(tmp_path, {"plans/kh-1.yaml": twice}, "PLN02") == ["mã mục “i” dùng hai lần"]


def test_a_document_older_than_its_body(tmp_path: Path) -> None:
    late = body("bo-a", "Bộ A", "valid_from: '2020-06-30'\n")
    found = {message for rule in rules() for message in said(tmp_path, {"bodies/bo-a.yaml": late}, rule.code)}
    assert "ban hành 01/01/2020, nhưng Bộ A thành lập 30/6/2020" in found


def test_a_rule_that_mends_says_so() -> None:
    assert {str(rule).endswith("Sửa tự động được: kb check --fix") for rule in rules() if rule.fix} == {True}
    assert {"--fix" in str(rule) for rule in rules() if not rule.fix} == {False}
