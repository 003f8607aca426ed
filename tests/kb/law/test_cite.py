"""Citations to paste, legal bases and what rests on a document."""

from __future__ import annotations

import json
from datetime import date
from functools import cache
from itertools import takewhile
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result
from docx import Document
from docx.shared import Cm, Pt

from cli import main
from kb.citation.find import find
from kb.citation.resolve import Resolver
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.errors import UnknownRecord
from kb.law.cite import cite
from kb.law.successors import instead, successors
from kb.model import UNKNOWN
from kb.plans.basis import bases, block, find_plan, line_turns
from kb.plans.impact import trace_impact
from kb.snapshot import Snapshot
from tests.kb.rules import fuzz
from tests.support.corpora import PLAN, body, clean_files, document, write
from tests.support.paths import ROOT

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "cite.yaml").read_text("utf-8"))
DAY = date(2026, 11, 24)


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


def snapshot() -> Snapshot:
    return Snapshot(corpus(), DAY)


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["--corpus", str(ROOT / "corpus"), *arguments], catch_exceptions=False)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_cite(case: dict[str, Any]) -> None:
    cited = cite(corpus(), corpus().documents[case["id"]], DAY)
    assert (cited.full, cited.short, list(cited.missing)) == (case["full"], case["short"], case.get("missing", []))


BASES: list[dict[str, str]] = yaml.safe_load((Path(__file__).parent / "bases.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", BASES, ids=lambda case: case["id"])
def test_basis_names_what_amends_it(case: dict[str, str]) -> None:
    assert cite(corpus(), corpus().documents[case["id"]], DAY).basis == case["basis"]


@pytest.mark.parametrize(
    ("day", "amending"),
    [
        ("2023-08-14", ""),
        ("2023-08-15", " được sửa đổi, bổ sung bởi Luật số 21/2023/QH15"),
    ],
)
def test_only_amendments_of_the_day_are_named(day: str, amending: str) -> None:
    cited = cite(corpus(), corpus().documents["luat-37-2018-qh14"], date.fromisoformat(day))
    assert cited.full.endswith(f"ngày 20 tháng 11 năm 2018{amending}")
    assert cited.basis == f"Luật Công an nhân dân năm 2018{amending}"


def test_a_line_of_a_block_is_told_of_every_day() -> None:
    first, *later = line_turns(corpus(), corpus().documents["tt-124-2021-tt-bca"])
    assert first[0] == ""
    assert "sửa đổi" not in first[1]
    assert [(since, line.removeprefix(first[1])) for since, line in later] == [
        ("2025-12-31", " được sửa đổi, bổ sung bởi Thông tư số 48/2025/TT-BCA")
    ]


def test_an_inferred_body_is_said_to_be_inferred() -> None:
    assert "suy ra" in " ".join(cite(corpus(), corpus().documents["kh-37-kh-bcdubnd-2024-soc-trang"], DAY).doubts)
    assert cite(corpus(), corpus().documents["nd-06-2014-nd-cp"], DAY).doubts == ()


NUMBERED = sorted(d.id for d in corpus().documents.values() if d.number != UNKNOWN)


@pytest.mark.parametrize("document_id", NUMBERED)
def test_what_is_given_to_paste_is_judged_right(document_id: str) -> None:
    cited = cite(corpus(), corpus().documents[document_id], DAY)
    resolution = Resolver(corpus()).resolve(find(cited.full)[0])
    assert resolution.target == document_id
    assert [fault.message for fault in resolution.faults if fault.severity == "error"] == []


def test_cite_on_the_command_line() -> None:
    assert run("cite", "124/2021/tt-bca").stdout.count("\n") == 2
    assert json.loads(run("cite", "51-NQ/TW", "--json").stdout)[0]["id"] == "nq-51-nq-tw-2019"
    assert "Times New Roman" in run("cite", "51-NQ/TW", "--html").stdout
    for text in ("ngay-19-8", "999/2099/TT-XX"):
        assert run("cite", text).exit_code == 1


def test_what_the_corpus_does_not_know_of_a_citation_is_said(tmp_path: Path) -> None:
    unnamed = document("ct-9", "09-CT/TW", "2012-02-06", type_="chi-thi").replace(
        "title: Về việc ct-9", "title: unknown"
    )
    unnamed = unnamed.replace("facts: [number, issuers, title]", "facts: [number, issuers]")
    corpus = str(write(tmp_path, clean_files() | {"documents/ct-9.yaml": unnamed}))
    missing = CliRunner().invoke(main, ["--corpus", corpus, "cite", "ct-9"])
    assert (missing.exit_code, missing.stdout.splitlines()[0]) == (1, "Chỉ thị số 09-CT/TW, ngày 06/02/2012 của Bộ A")
    assert "chưa rõ tên văn bản" in missing.stderr


def test_basis_is_ordered_and_ended_as_the_layout_wants() -> None:
    lines = block(bases(snapshot(), *find_plan(corpus(), PLAN)))
    assert all(line.startswith("Căn cứ ") for line in lines)
    assert [line[-1] for line in lines] == [";"] * (len(lines) - 1) + ["."]
    order = ["51-NQ/TW", "48-CT/TW", "46-CT/TW", "06/2014/NĐ-CP", "521/QĐ-TTg", "124/2021/TT-BCA"]
    order += ["07/CT-BCA-V28", "12-CT/TU", "11-CTr/TU", "34/KH-UBND", "03/CTrPH-CAT-UBMTT"]
    places = [next(i for i, line in enumerate(lines) if number in line) for number in order]
    assert places == sorted(places)


def test_basis_of_a_section_warns_of_what_no_longer_holds() -> None:
    found = bases(snapshot(), *find_plan(corpus(), f"{PLAN}#II.1"))
    warnings = [base.warning for base in found if base.warning]
    assert any("318/QĐ-TTg" in warning and "hết giai đoạn" in warning for warning in warnings)
    assert not any("124/2021" in warning for warning in warnings)
    assert len(bases(snapshot(), *find_plan(corpus(), f"{PLAN}#ii-4"))) == 3
    with pytest.raises(UnknownRecord, match="không có mục"):
        find_plan(corpus(), f"{PLAN}#zz")


def test_what_no_longer_holds_is_left_out_of_the_block_and_named_below_it() -> None:
    result = run("basis", "--at", "2026-11-29")
    assert result.exit_code == 0
    assert "318/QĐ-TTg ngày" not in result.stdout
    assert result.stdout.endswith(".\n")
    below = result.stderr.splitlines()
    left_out = list(takewhile(lambda line: line.startswith("  - "), below[1:]))
    assert below[0] == f"Không đưa vào khối vì không còn dùng làm căn cứ ({len(left_out)}):"
    ended = "hết giai đoạn – đã hết giai đoạn thực hiện (đến hết năm 2025)"
    assert any(f"  - Quyết định 318/QĐ-TTg: {ended}; nay có Quyết định 51" in line for line in left_out)
    assert any(line.endswith(f"{ended}; chưa ghi nhận văn bản thay thế") for line in left_out)


def test_what_is_not_known_to_hold_is_pasted_and_named_below(tmp_path: Path) -> None:
    alone = {name: text for name, text in clean_files().items() if "tt-2" not in name}
    small = write(tmp_path, alone | {"plans/kh-1.yaml": fuzz.PLAN})
    result = CliRunner().invoke(main, ["--corpus", str(small), "basis"])
    assert result.exit_code == 0
    assert result.stdout.startswith("Căn cứ Thông tư số 01/2020/TT-BA")
    assert result.stderr.splitlines()[0] == "Có trong khối, chưa xác định được tình trạng (1):"
    assert result.stderr.splitlines()[1].startswith("  - Thông tư 01/2020/TT-BA: chưa xác định – ")


def test_a_plan_whose_bases_have_all_ended_has_nothing_to_paste(tmp_path: Path) -> None:
    ended = "  - {kind: repealed, date: 2021-01-01, sure: read, sources: [s1]}\n"
    files = {
        "plans/kh-1.yaml": fuzz.PLAN,
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01", ended),
    }
    result = CliRunner().invoke(main, ["--corpus", str(write(tmp_path, clean_files() | files)), "basis"])
    assert (result.exit_code, result.stdout) == (1, "")
    assert result.stderr.startswith(
        "Không đưa vào khối vì không còn dùng làm căn cứ (1):\n  - Thông tư 01/2020/TT-BA: hết hiệu lực"
    )


def test_the_only_plan_needs_no_name(tmp_path: Path) -> None:
    files = clean_files() | {"plans/kh-1.yaml": fuzz.PLAN}
    small = load_corpus(write(tmp_path, files))
    for text, section in {"": None, "ke-hoach": None, "#i": "i", "kh-1#I": "i"}.items():
        assert find_plan(small, text) == (small.plans["kh-1"], section)
    two = load_corpus(write(tmp_path, files | {"plans/kh-2.yaml": fuzz.PLAN.replace("kh-1", "kh-2")}))
    with pytest.raises(UnknownRecord, match="hiện có: kh-1, kh-2"):
        find_plan(two, "#i")


def test_basis_as_a_word_file(tmp_path: Path) -> None:
    out = tmp_path / "a.docx"
    result = run("basis", f"{PLAN}#ii-4", "--docx", str(out))
    assert result.exit_code == 0
    paragraphs = Document(str(out)).paragraphs
    assert [p.text for p in paragraphs] == result.stdout.splitlines()
    style = paragraphs[0].style
    assert style is not None
    assert (style.font.name, style.font.size, style.font.italic) == ("Times New Roman", Pt(14), True)
    assert style.paragraph_format.first_line_indent == Cm(1.27)


def test_impact_follows_relations_and_shows_the_path() -> None:
    found = trace_impact(snapshot(), "nq-51-nq-tw-2019")
    paths = {reached.id: [step.id for step in reached.path] for reached in found.reached}
    assert paths["nd-40-2024-nd-cp"] == ["luat-30-2023-qh15", "nd-40-2024-nd-cp"]
    assert [paragraph.id for paragraph in found.paragraphs] == ["ii-1.p1"]
    through = trace_impact(snapshot(), "nq-120-2020-qh14")
    assert {paragraph.through for paragraph in through.paragraphs} == {"du-an-8-qd-1719"}


def test_impact_on_the_command_line(tmp_path: Path) -> None:
    assert "luat-30-2023-qh15" in run("impact", "51-NQ/TW", "--json").stdout
    assert run("impact", "không-có").exit_code == 1
    nothing = CliRunner().invoke(main, ["--corpus", str(write(tmp_path, clean_files())), "impact", "tt-2"])
    assert (nothing.exit_code, nothing.stdout.count("\n")) == (1, 1)


def test_a_chain_of_replacements_is_followed_to_what_holds_and_a_circle_ends(tmp_path: Path) -> None:
    def replaced(by: str, on: str) -> str:
        event = "  - {{kind: {kind}, date: {on}, {by}sure: read, sources: [s1]}}\n"
        in_force = event.format(kind="in_force", on="2000-01-01", by="")
        return in_force + event.format(kind="replaced", on=on, by=f"by: {by}, ")

    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/a.yaml": document("a", "01/2000/TT-BA", "2000-01-01", replaced("b", "2005-01-01")),
        "documents/b.yaml": document("b", "02/2005/TT-BA", "2005-01-01", replaced("c", "2010-01-01")),
        "documents/c.yaml": document("c", "03/2010/TT-BA", "2010-01-01"),
        "documents/d.yaml": document("d", "04/2010/TT-BA", "2000-01-01", replaced("d", "2005-01-01")),
    }
    small = load_corpus(write(tmp_path, files))
    assert [d.document.id for d in successors(small, small.documents["a"], date(2020, 1, 1))] == ["c"]
    assert [d.document.id for d in successors(small, small.documents["a"], date(2006, 1, 1))] == ["b"]
    assert successors(small, small.documents["d"], date(2020, 1, 1)) == []


def test_what_is_only_concluded_is_not_told_as_certain(tmp_path: Path) -> None:
    relation = "relations:\n  - {{kind: ke_tuc, to: a, sure: {sure}, sources: [s1]}}\n"
    over = "  - {kind: phase_ended, date: '2005', sure: read, sources: [s1]}\n"
    files = {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/a.yaml": document("a", "01/2000/TT-BA", "2000-01-01", over),
        "documents/b.yaml": document("b", "02/2005/TT-BA", "2005-01-01") + relation.format(sure="read"),
        "documents/c.yaml": document("c", "03/2006/TT-BA", "2006-01-01") + relation.format(sure="inferred"),
    }
    small = load_corpus(write(tmp_path, files))
    said = instead(small, small.documents["a"], date(2020, 1, 1))
    assert said == "; nay có Thông tư 02/2005/TT-BA; có thể đã được tiếp nối bởi Thông tư 03/2006/TT-BA"
