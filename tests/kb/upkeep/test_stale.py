"""What to look at again, and in which order."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.corpus.load import load_corpus
from kb.snapshot import Snapshot
from kb.upkeep.stale import paragraphs_resting, stale_records
from tests.support.corpora import body, clean_files, document, load
from tests.support.paths import ROOT

DAY = date(2026, 6, 1)


def reasons(root: Path, files: dict[str, str], day: date = DAY) -> dict[str, list[str]]:
    found = stale_records(Snapshot(load(root, clean_files() | files), day))
    return {row.id: [reason.kind for reason in row.reasons] for row in found}


def test_unknowns_and_single_sources_are_told(tmp_path: Path) -> None:
    assert reasons(tmp_path, {})["tt-1"] == ["unknown", "end-sought", "single-source"]


@pytest.mark.parametrize(
    ("read", "look"),
    [
        ({"tt-1": "https://vbpl.vn/x"}, "https://vbpl.vn/x"),
        ({"tt-2": "https://vbpl.vn/x", "tt-1": "https://hoatieu.example/x"}, "đã đọc tại vbpl.vn"),
        ({}, "hỏi cơ quan ban hành hoặc cơ quan lưu bản gốc"),
    ],
)
def test_what_one_source_says_is_listed_with_the_place_to_look(tmp_path: Path, read: dict[str, str], look: str) -> None:
    """By name, not by number of a kind; on the portal of the record itself, or where its body's other texts stand."""
    files = {f"documents/{i}.yaml": document(i, f"0{i[-1]}/2020/TT-BA", "2020-01-01") for i in ("tt-1", "tt-2")}
    for record, url in read.items():
        files[f"documents/{record}.yaml"] += f"  - {{id: s2, where: '{url}', checked: 2026-01-02}}\n"
    rows = stale_records(Snapshot(load(tmp_path, clean_files() | files), DAY))
    row = next(row for row in rows if row.id == "tt-1")
    told = [reason.text for reason in row.reasons if reason.kind == "single-source"]
    assert told == ["chỉ một nguồn: số, ký hiệu; cơ quan ban hành; tên, trích yếu; ngày ban hành"]
    assert row.look.endswith(look)
    assert row.as_json()["look"] == row.look


@pytest.mark.parametrize(
    ("sought", "told"),
    [("", True), ("2025-05-01", True), ("2025-06-01", False), ("2026-05-31", False)],
)
def test_an_end_is_to_be_looked_for_again(tmp_path: Path, sought: str, told: bool) -> None:
    more = f"end_sought: {{day: '{sought}', source: s1}}\n" if sought else ""
    files = {"documents/kl-9.yaml": document("kl-9", "9-KL/TW", "2020-01-01", more=more, type_="ket-luan")}
    assert ("end-sought" in reasons(tmp_path, files)["kl-9"]) is told


def test_sources_grow_old(tmp_path: Path) -> None:
    assert "outdated" in reasons(tmp_path, {}, date(2027, 3, 1))["bo-a"]
    assert "outdated" not in reasons(tmp_path, {})["bo-a"]


def test_a_body_that_was_reorganised_since(tmp_path: Path) -> None:
    files = {"bodies/bo-a.yaml": body("bo-a", "Bộ A", "valid_to: '2020-06-30'\n")}
    found = reasons(tmp_path, files)
    assert "reorganised" in found["tt-1"]
    assert "reorganised" not in found["tt-2"]


def test_a_dead_link(tmp_path: Path) -> None:
    corpus = load(tmp_path, clean_files())
    row = "checked:\n  - {url: https://example.vn/a, day: 2026-01-02, ok: no, why: '404'}\n"
    (corpus.root / "links.yaml").write_text(row, "utf-8")
    assert "dead-link" in [reason.kind for reason in stale_records(Snapshot(corpus, DAY))[0].reasons]


def test_what_most_paragraphs_rest_on_comes_first() -> None:
    snapshot = Snapshot(load_corpus(ROOT / "corpus"), DAY)
    weights = paragraphs_resting(snapshot)
    rows = stale_records(snapshot)
    assert [row.paragraphs for row in rows] == sorted((row.paragraphs for row in rows), reverse=True)
    assert rows[0].paragraphs == max(weights.get(row.id, 0) for row in rows) > 1
    # Thông tư 124/2021/TT-BCA is cited by the plan, and rests on Nghị định 01/2018/NĐ-CP.
    assert weights["nd-01-2018-nd-cp-bca"] >= weights["tt-124-2021-tt-bca"] >= 1
