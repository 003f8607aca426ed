"""The one table of verdicts, and that every form of a review takes its words from it."""

from __future__ import annotations

import json

import pytest
from click.testing import CliRunner, Result

from cli import main
from kb.review.verdicts import Verdict
from tests.support.paths import ROOT


def run(*arguments: str, text: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *arguments], input=text, catch_exceptions=False)


TABLE = {
    "wrong": ("sai", "error", 1),
    "expired": ("hết hiệu lực", "warning", 1),
    "suspect": ("cần xem lại", "warning", 0),
    "ambiguous": ("mơ hồ", "warning", 1),
    "unverified": ("đúng số, chưa đối chiếu được ngày", "note", 0),
    "unknown": ("không có trong kho", "note", 0),
    "correct": ("đúng", "none", 0),
}
TEXTS = {
    "wrong": "Chỉ thị số 48/CT-TW ngày 22/10/2010",
    "expired": "Thông tư số 23/2012/TT-BCA",
    "suspect": "Quyết định số 12/QĐ-TTg của Chính phủ",
    "ambiguous": "Nghị định số 02/2025/NĐ-CP",
    "unverified": "Quyết định số 211/QĐ-TTg",
    "unknown": "Nghị định số 99/2020/NĐ-CP",
    "correct": "Thông tư số 124/2021/TT-BCA",
}


def test_the_table_of_verdicts_is_the_documented_one() -> None:
    assert {v.value: (v.label, v.level, v.exit_code) for v in Verdict} == TABLE


@pytest.mark.parametrize("value", TEXTS)
def test_every_form_takes_its_words_from_the_table(value: str) -> None:
    label, level, exit_code = TABLE[value]
    found = run("review", "-", "--json", text=TEXTS[value])
    assert found.exit_code == exit_code
    assert [citation["verdict"] for citation in json.loads(found.stdout)["citations"]] == [value]
    assert f": 1 {label}." in run("review", "-", text=TEXTS[value]).stdout
    page = run("review", "-", "--format", "html", text=TEXTS[value]).stdout
    assert f'<li class="{value}">' in page
    assert f'<span class="verdict">{label}</span>' in page
    sarif = json.loads(run("review", "-", "--format", "sarif", text=TEXTS[value]).stdout)["runs"][0]
    assert {"id": value, "name": value.title(), "shortDescription": {"text": f"Viện dẫn {label}"}} in [
        {key: rule[key] for key in ("id", "name", "shortDescription")} for rule in sarif["tool"]["driver"]["rules"]
    ]
    assert {result["level"] for result in sarif["results"]} <= {level}


@pytest.mark.parametrize("page", ["README.md", "README.vi.md"])
def test_the_pages_say_what_the_table_says(page: str) -> None:
    rows = [f"| `{v.value}` | {v.label} | {v.exit_code} |" for v in Verdict]
    lines = (ROOT / page).read_text("utf-8").splitlines()
    assert [line for line in lines for row in rows if line.startswith(row)] == [
        next(line for line in lines if line.startswith(row)) for row in rows
    ]
