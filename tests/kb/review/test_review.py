"""Verdicts on drafts of one line each, then whole files in and out."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from datetime import date
from functools import cache
from html import unescape
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from cli import main
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import Draft
from kb.review.formats import shown
from kb.review.judge import review
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict
from tests.kb.drafts.files import word_file
from tests.support.corpora import PLAN
from tests.support.paths import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "verdicts.yaml").read_text("utf-8"))


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


MISNAMED = {"ctmtqg-giam-ngheo-qd-90", "trieu-phan-qua-san-se-yeu-thuong", "nang-buoc-em-toi-truong"}
"""The programmes that the plan calls by other names than their own."""


@cache
def plan_review() -> Review:
    plan = corpus().plans[PLAN]
    text = "".join(f"{p.before or ''}{p.text}\n" for s in plan.sections for p in s.paragraphs)
    return review(corpus(), Draft("ke-hoach.txt", text), date(2024, 7, 19))


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *arguments], input=text, catch_exceptions=False)


def said(finding: Finding) -> dict[str, object]:
    parts: dict[str, object] = {
        "verdict": finding.verdict.value,
        "target": finding.target,
        "faults": [fault.part for fault in finding.faults],
        "suggests": [near.id for near, _ in finding.suggestions],
        "correction": finding.correction,
    }
    return {name: part for name, part in parts.items() if part}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_verdict(case: dict[str, Any]) -> None:
    day = date.fromisoformat(case.get("at", "2026-11-24"))
    findings = review(corpus(), Draft("a.txt", case["text"]), day).findings
    assert [said(finding) for finding in findings] == case["found"]
    words = " ".join(sentence for finding in findings for sentence in finding.sentences())
    assert all(part in words for part in case.get("says", []))


def test_the_plan_gives_its_known_faults_and_no_other() -> None:
    expected = yaml.safe_load((ROOT / "tests" / "kb" / "citation" / "plan.yaml").read_text("utf-8"))
    numbered = [f for f in plan_review().findings if f.citation.number]
    assert [f.target for f in numbered] == [case["target"] for case in expected]
    got = [[[fault.part, fault.severity] for fault in f.faults] for f in numbered]
    assert got == [case.get("faults", []) for case in expected]
    wrong = [case for case in expected if any(severity == "error" for _, severity in case.get("faults", []))]
    named = [f for f in plan_review().findings if f.verdict is Verdict.WRONG and not f.citation.number]
    assert plan_review().counts[Verdict.WRONG] == len(wrong) + len(named)
    assert {f.target for f in named} == MISNAMED


def test_judging_loads_no_reader_of_office_files() -> None:
    """It runs in a browser: Word, HTML and PDF are read before, by whoever opens the draft."""
    code = "import sys; import kb.review.judge, kb.review.page, kb.review.sarif; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert not {"lxml", "docx", "pypdfium2", "click"} & {*loaded.split()}


def test_a_library_at_hand_loads_no_writer_of_yaml() -> None:
    """Its articles are cut into clauses by the import of files, which most drafts never ask for."""
    code = "import sys; import kb.library.texts; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=True, encoding="utf-8"
    ).stdout
    assert not {"ruamel.yaml", "kb.importing"} & {*loaded.split()}


def test_exit_codes(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("Thông tư số 124/2021/TT-BCA", "utf-8")
    assert run("review", str(draft)).exit_code == 0
    draft.write_text("Chỉ thị số 48/CT-TW", "utf-8")
    assert run("review", str(draft)).exit_code == 1
    assert run("review", str(tmp_path / "none.docx")).exit_code == 2
    assert run("review", "-", text="Chỉ thị số 46-CT/TW ngày 22/6/2015").exit_code == 0
    assert run("review", str(draft), "--docx", str(tmp_path / "b.docx")).exit_code == 2


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    draft = tmp_path / "a.txt"
    draft.write_text("Chỉ thị số 48/CT-TW", "utf-8")
    result = run("review", str(tmp_path / "none.pdf"), str(draft))
    assert result.exit_code == 2
    assert "48-CT/TW" in result.output
    assert result.stderr.count("\n") == 1


def test_json_places_stand_in_the_text() -> None:
    text = "Mở đầu.\nTheo Chỉ thị số 48/CT-TW ngày 22/10/2010."
    answer = json.loads(run("review", "-", "--format", "json", text=text).stdout)
    found = answer["citations"][0]
    assert text[found["start"] : found["end"]] == found["surface"]
    assert (found["line"], found["column"]) == (2, 6)
    assert answer["summary"]["wrong"] == 1
    assert answer == json.loads(run("review", "-", "--json", text=text).stdout)
    parts = ("kind", "type", "number", "date", "issuer", "provision", "target", "verdict")
    told = ("numbered", "Chỉ thị", "48/CT-TW", "2010-10-22", None, None, "ct-48-ct-tw-2010", "wrong")
    assert tuple(found[part] for part in parts) == told
    assert [problem["code"] for problem in found["problems"]] == ["symbol"]
    assert found["problems"][0]["help"] == "sửa thành: Chỉ thị số 48-CT/TW, ngày 22/10/2010 của Bộ Chính trị"


def test_sarif_holds_what_viewers_need() -> None:
    answer = json.loads(shown([plan_review()], "sarif"))
    rules = {rule["id"] for rule in answer["runs"][0]["tool"]["driver"]["rules"]}
    results = answer["runs"][0]["results"]
    assert answer["version"] == "2.1.0"
    assert sum(result["level"] == "error" for result in results) == plan_review().counts[Verdict.WRONG]
    for result in results:
        assert result["ruleId"] in rules
        assert result["level"] in {"error", "warning", "note"}
        assert result["locations"][0]["physicalLocation"]["region"]["startLine"] >= 1
    [run] = answer["runs"][0]["invocations"]
    assert [note["message"]["text"] for note in run["toolExecutionNotifications"]] == [plan_review().coverage.line()]


def test_page_escapes_the_draft_and_fetches_nothing() -> None:
    hostile = "<script>alert(1)</script> Chỉ thị số 48/CT-TW “><img src=x onerror=alert(1)>"
    page = shown([review(corpus(), Draft("<b>.txt", hostile), date(2026, 1, 1))], "html")
    assert "<script" not in page
    assert "<img" not in page
    assert not re.search(
        r"<(?!/?(?:html|head|meta|title|style|body|h1|h2|p|ol|ul|li|span|blockquote|mark)\b|!doctype)", page
    )
    assert "alert(1)" in unescape(page)


def test_comments_stand_at_the_words(tmp_path: Path) -> None:
    source, out = word_file(tmp_path / "a.docx"), tmp_path / "b.docx"
    result = run("review", str(source), "--docx", str(out), "--at", "2026-11-24")
    assert result.exit_code == 1
    assert "1 chỗ" in result.stderr  # the footer
    document = Document(str(out))
    comments = {_words_of(document, comment.comment_id): comment.text for comment in document.comments}
    assert set(comments) == {
        "Thông tư số 124/2021/TTBCA, ngày 28/12/2021 của Bộ Công an",
        "Thông tư số 23/2012/TT-BCA ngày 27/4/2012 của Bộ Công an",
        "Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Bộ Chính trị",
    }
    assert "có nguồn ghi đã bị thay thế" in comments["Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Bộ Chính trị"]
    assert "124/2021/TT-BCA" in comments["Thông tư số 124/2021/TTBCA, ngày 28/12/2021 của Bộ Công an"]
    before, after = Document(str(source)), document
    assert [p.text for p in after.paragraphs] == [p.text for p in before.paragraphs]


def test_a_comment_within_a_run_leaves_its_tabs_breaks_and_form(tmp_path: Path) -> None:
    """A run is cut in front of the citation and behind it; what has no letters stays once, and in its place."""
    citation, source, out = "Thông tư số 124/2021/TTBCA", Document(), tmp_path / "b.docx"
    run_ = source.add_paragraph().add_run(f"theo\tkhoản 2\n{citation}\tthì\n- làm")
    run_.bold = True
    run_._r.insert(1, OxmlElement("w:lastRenderedPageBreak"))
    before = source.paragraphs[0].text
    source.save(str(tmp_path / "a.docx"))
    assert run("review", str(tmp_path / "a.docx"), "--docx", str(out), "--at", "2026-11-24").exit_code == 1
    document = Document(str(out))
    [comment] = document.comments
    assert _words_of(document, comment.comment_id) == citation
    [paragraph] = document.paragraphs
    assert paragraph.text == before
    assert [piece.text for piece in paragraph.runs if piece.text] == ["theo\tkhoản 2\n", citation, "\tthì\n- làm"]
    assert all(piece.bold for piece in paragraph.runs if piece.text)
    assert sum(len(piece._r.findall(qn("w:lastRenderedPageBreak"))) for piece in paragraph.runs) == 1


def _words_of(document: Any, comment_id: int) -> str:
    """The text between the two marks of a comment."""
    inside, words = False, []
    for element in document.element.body.iter():
        tag = element.tag.rpartition("}")[2]
        own = next((v for k, v in element.attrib.items() if k.endswith("}id")), "") == str(comment_id)
        if tag == "commentRangeStart" and own:
            inside = True
        elif tag == "commentRangeEnd" and own:
            inside = False
        elif tag == "t" and inside:
            words.append(element.text or "")
    return "".join(words)


def test_a_citation_typed_again_and_again_stands_once() -> None:
    text = "Luật Mưa đá.\nLuật Mưa đá.\nChỉ thị số 48/CT-TW.\nLuật Mưa đá.\nChỉ thị số 48/CT-TW.\n"
    lines = run("review", "-", text=text).stdout.splitlines()
    assert [line for line in lines if "không có trong kho:" in line] == [
        "  không có trong kho: 3 viện dẫn (--all để liệt kê)"
    ]
    assert not any(line.endswith(": Luật Mưa đá") for line in lines)
    assert sum(line.startswith("  SAI") for line in lines) == 2, "each place to mend is told"
    listed = run("review", "-", "--all", text=text).stdout.splitlines()
    assert "  không có trong kho  dòng 1: Luật Mưa đá (và 2 chỗ khác)" in listed


def test_a_report_tells_first_what_to_mend() -> None:
    text = (
        "Luật Mưa đá. Quyết định số 211/QĐ-TTg của Thủ tướng Chính phủ. Thông tư số 23/2012/TT-BCA của Bộ Công an. "
        "Quyết định số 779/QĐ-UBND ngày 13/3/2022 và Quyết định số 779/QĐ-UBND ngày 23/3/2022. "
        "Nghị định số 02/2025/NĐ-CP của Chính phủ. Chỉ thị số 48/CT-TW ngày 22/10/2010 của Bộ Chính trị."
    )
    result = run("review", "-", text=text)
    told = [line.split("  ")[1] for line in result.stdout.splitlines() if re.match("  [^ ]", line)]
    assert told == [
        *("SAI", "CHƯA XÁC ĐỊNH ĐƯỢC VĂN BẢN", "HẾT HIỆU LỰC"),
        *("cần xem lại", "cần xem lại", "đúng số, chưa đối chiếu được ngày"),
        "không có trong kho: 1 viện dẫn (--all để liệt kê)",
    ]
    lines = result.stdout.splitlines()
    mended = next(i for i, line in enumerate(lines) if line.startswith("  SAI"))
    assert lines[mended + 1] == "      sửa thành: Chỉ thị số 48-CT/TW, ngày 22/10/2010 của Bộ Chính trị"
