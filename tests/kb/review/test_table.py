"""The one table of verdicts, and that every form of a review takes its words from it."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from msgspec.structs import replace

from cli import main
from kb.corpus.load import load_corpus
from kb.drafts import Draft
from kb.review.judge import review
from kb.review.verdicts import Verdict
from tests.support.corpora import clean_files, document, write
from tests.support.paths import ROOT

TABLE = {
    "wrong": ("sai", "error", 1),
    "expired": ("hết hiệu lực", "warning", 1),
    "suspect": ("cần xem lại", "warning", 0),
    "ambiguous": ("chưa xác định được văn bản", "warning", 1),
    "unverified": ("đúng số, chưa đối chiếu được ngày", "note", 0),
    "unknown": ("không có trong kho", "note", 0),
    "correct": ("đúng", "none", 0),
}
TEXTS = {
    "wrong": "Chỉ thị số 48/CT-TW ngày 22/10/2010",
    "expired": "Thông tư số 01/2020/TT-BA",
    "suspect": "Quyết định số 12/QĐ-TTg của Chính phủ",
    "ambiguous": "Thông tư số 03/2022/TT-BA",
    "unverified": "Quyết định số 5/QĐ-BA",
    "unknown": "Thông tư số 09/2020/TT-BA",
    "correct": "Thông tư số 02/2021/TT-BA",
}
REPEALED = "  - {kind: repealed, date: 2021-01-01, sure: read, sources: [s1]}\n"
DOCUMENTS = {
    "tt-1": document("tt-1", "01/2020/TT-BA", "2020-01-01", REPEALED),
    "ct-48": document("ct-48", "48-CT/TW", "2010-10-22", type_="chi-thi"),
    "tt-3a": document("tt-3a", "03/2022/TT-BA", "2022-01-01"),
    "tt-3b": document("tt-3b", "03/2022/TT-BA", "2022-02-02"),
    "qd-5": document("qd-5", "5/QĐ-BA", "2022-02-02", type_="quyet-dinh"),
}


@pytest.fixture(scope="module")
def corpus(tmp_path_factory: pytest.TempPathFactory) -> str:
    files = {f"documents/{name}.yaml": text for name, text in DOCUMENTS.items()}
    return str(write(tmp_path_factory.mktemp("verdicts"), clean_files() | files))


def run(corpus: str, *arguments: str, text: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", corpus, *arguments], input=text, catch_exceptions=False)


def test_the_table_of_verdicts_is_the_documented_one() -> None:
    assert {v.value: (v.label, v.level, v.exit_code) for v in Verdict} == TABLE


@pytest.mark.parametrize("value", TEXTS)
def test_every_form_takes_its_words_from_the_table(value: str, corpus: str) -> None:
    label, level, exit_code = TABLE[value]
    found = run(corpus, "review", "-", "--json", text=TEXTS[value])
    assert found.exit_code == exit_code
    assert [citation["verdict"] for citation in json.loads(found.stdout)["citations"]] == [value]
    assert f": 1 {label}." in run(corpus, "review", "-", text=TEXTS[value]).stdout
    page = run(corpus, "review", "-", "--format", "html", text=TEXTS[value]).stdout
    assert f'<li class="{value}">' in page
    assert f'<span class="verdict">{label}</span>' in page
    sarif = json.loads(run(corpus, "review", "-", "--format", "sarif", text=TEXTS[value]).stdout)["runs"][0]
    assert {"id": value, "name": value.title(), "shortDescription": {"text": f"Viện dẫn {label}"}} in [
        {key: rule[key] for key in ("id", "name", "shortDescription")} for rule in sarif["tool"]["driver"]["rules"]
    ]
    assert {result["level"] for result in sarif["results"]} <= {level}


def test_why_a_document_does_not_hold_has_the_code_of_its_verdict_whatever_the_citation_gets(corpus: str) -> None:
    for text, verdict in ((TEXTS["expired"], "expired"), ("Thông tư số 01/2020/TT-BA ngày 05/5/2020", "wrong")):
        [found] = json.loads(run(corpus, "review", "-", "--json", text=text).stdout)["citations"]
        assert found["verdict"] == verdict
        lapse = [problem["code"] for problem in found["problems"] if problem["message"].startswith("hết hiệu lực")]
        assert lapse == ["expired"]


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_pages_say_what_the_table_says(page: str) -> None:
    rows = [f"| `{v.value}` | {v.label} | {v.exit_code} |" for v in Verdict]
    lines = (ROOT / page).read_text("utf-8").splitlines()
    assert [line for line in lines for row in rows if line.startswith(row)] == [
        next(line for line in lines if line.startswith(row)) for row in rows
    ]


def test_the_summary_tells_verdicts_apart_whose_words_hold_a_comma(corpus: str) -> None:
    text = "; ".join(TEXTS[value] for value in ("wrong", "unverified", "correct"))
    said = run(corpus, "review", "-", "--at", "2024-06-01", text=text).stdout.splitlines()[0]
    assert said.endswith("3 viện dẫn: 1 sai; 1 đúng số, chưa đối chiếu được ngày; 1 đúng.")


def test_of_what_is_named_without_a_number_no_form_says_that_the_number_is_right() -> None:
    text = "Chỉ thị số 46-CT/TW của Bộ Chính trị năm 2015; Chương trình mục tiêu quốc gia xây dựng nông thôn mới"
    corpus, day = str(ROOT / "corpus"), ("--at", "2024-01-01")
    said = run(corpus, "review", "-", *day, text=text).stdout
    assert ": 1 đúng số, chưa đối chiếu được ngày; 1 đúng tên, chưa đối chiếu được số và ngày." in said.splitlines()[0]
    page = run(corpus, "review", "-", *day, "--format", "html", text=text).stdout
    assert '<span class="verdict">đúng tên, chưa đối chiếu được số và ngày</span>' in page


def test_the_report_says_first_what_to_mend_then_what_lapsed_then_what_was_not_compared(corpus: str) -> None:
    lines = run(corpus, "review", "-", "--at", "2026-11-29", text="\n".join(TEXTS.values())).stdout.splitlines()
    parts = [line for line in lines[1:] if not line.startswith(" ")]
    assert parts[:-1] == ["Cần sửa", "Hết hiệu lực", "Cần xem lại", "Chưa đối chiếu được"]
    assert parts[-1].startswith("Đã đối chiếu")
    mend = lines.index("Cần sửa")
    assert lines[mend + 1].startswith("  SAI  dòng 1: Chỉ thị số 48/CT-TW")
    assert [line.split(":")[0].strip() for line in lines[mend + 2 : mend + 4]] == ["sửa thành", "sai ký hiệu"]
    assert [line for line in lines if "(--all để liệt kê)" in line] == [
        "  không có trong kho: 1 viện dẫn (--all để liệt kê)",
        "  đúng: 1 viện dẫn (--all để liệt kê)",
    ]


def test_what_a_phase_has_ended_has_lost_no_force(corpus: str) -> None:
    [found] = review(load_corpus(Path(corpus)), Draft("a.txt", TEXTS["expired"]), date(2026, 11, 24)).findings
    over = replace(found, ends=("hết giai đoạn: đã hết giai đoạn thực hiện (đến hết năm 2020)",))
    assert (found.label, over.label) == ("hết hiệu lực", "đã hết giai đoạn")
