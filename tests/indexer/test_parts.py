"""Folding, numbers, plan, suggestions, and an index that is broken or gone."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.analysis import text_terms
from indexer.manifest import current
from indexer.query.numbers import query_terms, record_terms
from indexer.query.plan import make_plan
from indexer.search import search
from indexer.snippet import snippet
from kb.errors import IndexUnusable, QueryRefused
from kb.language.fold import folded, normal, syllables


@pytest.mark.parametrize(
    ("typed", "same"),
    [
        ("Uỷ ban", "Ủy ban"),
        ("hoà bình", "hòa bình"),
        ("thuý", "thúy"),
        ("QÐ", "QĐ"),
        ("tuý", "túy"),
        (unicodedata.normalize("NFD", "Tổ quốc"), "Tổ quốc"),
    ],
)
def test_one_form(typed: str, same: str) -> None:
    assert normal(typed) == normal(same)


@pytest.mark.parametrize(("one", "other"), [("quý", "qúy"), ("hoàn", "hòan"), ("đường", "dường"), ("má", "ma")])
def test_kept_apart(one: str, other: str) -> None:
    assert normal(one) != normal(other)


@pytest.mark.parametrize(("text", "plain"), [("Đường", "duong"), ("BCĐUBND", "bcdubnd"), ("Ðảng", "dang")])
def test_folded(text: str, plain: str) -> None:
    assert folded(text) == plain


@given(st.text(max_size=80))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert folded(folded(text)) == folded(text)
    assert normal(normal(text)) == normal(text)


def test_terms_of_a_text() -> None:
    assert list(text_terms("Tổ quốc")) == ["s:tổ", "s:quốc", "b:tổ_quốc"]


NUMBERS = {
    "124/2021/TT-BCA": "n:124|2021|ttbca",
    "124/2021/ttbca": "n:124|2021|ttbca",
    "124 2021 tt bca": "n:124|2021|ttbca",
    "48/CT-TW": "n:48||cttw",
    "nq 51": "n:nq51",
    "thong tu 124": "n:tt124",
    "Nghị định số 06/2014": "n:nd6|2014",
    "ct46": "n:ct46",
    "124/2021": "n:124|2021",
    "19/8": "n:day8-19",
    "66.17/2026/NQ-CP": "n:66.17|2026|nqcp",
    "nghị quyết 66.17/2026": "n:nq66.17|2026",
    "nq 66.17": "n:nq66.17",
}


@pytest.mark.parametrize("query", NUMBERS)
def test_number_in_a_query(query: str) -> None:
    assert NUMBERS[query] in [term for term, _ in query_terms(query)]


def test_what_stands_behind_the_point_is_no_number_of_its_own() -> None:
    assert not [term for term, _ in query_terms("66.17/2026/NQ-CP") if term.startswith("n:17")]


@pytest.mark.parametrize(
    ("number", "type_", "term"),
    [
        ("66.17/2026/NQ-CP", "nghi-quyet", "n:nq66.17|2026"),
        ("66.17/2026/NQ-CP", "nghi-quyet", "n:66.17|2026|nqcp"),
        ("51-NQ/TW", "nghi-quyet", "n:nq51"),
        ("06/2014/NĐ-CP", "nghi-dinh", "n:nd6|2014"),
        ("37/2018/QH14", "luat", "n:luat37"),
        ("09/CT-BCA-V28", "chi-thi", "n:9||ctbcav28"),
    ],
)
def test_number_of_a_record(number: str, type_: str, term: str) -> None:
    assert term in set(record_terms(number, type_))


def test_a_typed_diacritic_is_honoured() -> None:
    plan = make_plan("đường", {}, set)
    weights = {term.term: term.weight for term in plan.terms}
    assert weights["s:đường"] > weights["f:duong"] > 0


def test_an_abbreviation_is_understood_both_ways() -> None:
    glossary = {"ANTT": "an ninh, trật tự"}
    assert make_plan("ANTT", glossary, lambda terms: ()).understood == glossary
    assert make_plan("an ninh trat tu", glossary, lambda terms: ()).understood == glossary


@given(st.text(max_size=200))
def test_any_query_has_a_plan_and_any_text_a_snippet(text: str) -> None:
    plan = make_plan(text, {"ANTT": "an ninh, trật tự"}, set)
    shown = snippet(text, plan.words)
    assert all(0 <= start < end <= len(shown.text) for start, end in shown.marks)


def test_a_phrase_must_stand_as_typed(index: Path) -> None:
    assert search(index, '"an toàn về an ninh, trật tự"').hits
    assert not search(index, '"trật tự về an ninh an toàn"').hits


def test_nothing_found_suggests(index: Path) -> None:
    results = search(index, "ngihj quyeet")
    assert results.corrected
    assert results.suggestion


def test_the_score_adds_up(index: Path) -> None:
    hits = search(index, "an ninh trật tự", explain=True).hits
    assert len(hits) == 10
    for hit in hits:
        points, factor = 0.0, 1.0
        for line in hit.explain:
            value = float(line.rsplit(maxsplit=1)[1])
            points, factor = (points, factor * value) if line.startswith("×") else (points + value, factor)
        assert points * factor == pytest.approx(hit.score, rel=0.01)


@pytest.mark.parametrize("query", ["", " ", "\x00", '""', "a" * 1001])
def test_a_query_that_asks_nothing_is_refused(index: Path, query: str) -> None:
    with pytest.raises(QueryRefused):
        search(index, query)


def test_a_missing_or_broken_index_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(IndexUnusable, match="kb index"):
        search(tmp_path, "x")
    folder = tmp_path / "index-1"
    folder.mkdir()
    (folder / "manifest.tsv").write_text("", "utf-8")
    (tmp_path / "current").write_text("index-1", "utf-8")
    assert current(tmp_path) == folder
    with pytest.raises(IndexUnusable, match="kb index"):
        search(tmp_path, "x")


def test_syllables() -> None:
    assert syllables("BCĐ phòng, chống TNXH") == ["bcđ", "phòng", "chống", "tnxh"]


@given(st.lists(st.sampled_from(["cư", "trú", "Cư", "tru", "x" * 190, "và", "theo", "ở"]), max_size=120))
def test_a_snippet_shows_the_window_with_the_most_words(words: list[str]) -> None:
    """Against the plain definition: of all windows that begin at a match, the first with the most distinct words."""
    text, wanted = " ".join(words), ("cư", "trú", "theo")
    places, at = [], 0
    for word in words:
        if normal(word) in wanted:
            places.append((at, at + len(word), word.lower()))
        at += len(word) + 1
    inside = [{word for a, b, word in places if first <= a and b <= first + 180} for first, _, _ in places]
    most = max(map(len, inside), default=0)
    first = next((place[0] for place, held in zip(places, inside, strict=True) if most and len(held) == most), 0)
    start = max(0, first - 20)
    start = start if start == 0 else text.find(" ", start) + 1
    shown = snippet(text, wanted)
    assert (
        shown.text.removeprefix("… ").removesuffix(" …")
        == text[start:][: len(shown.text.removeprefix("… ").removesuffix(" …"))]
    )
    assert all(shown.text[a:b].lower() in wanted for a, b in shown.marks)


@pytest.mark.parametrize(
    ("wish", "told"),
    [
        ({"type": "thong-tuu"}, "không có thể loại “thong-tuu”; gần giống: Thông tư"),
        ({"status": "xyz"}, "không có tình trạng “xyz”; có: "),
        ({"year": "1066"}, "không có năm “1066”; "),
    ],
)
def test_a_filter_by_a_value_that_nothing_has_is_refused(index: Path, wish: dict[str, str], told: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        search(index, "an ninh", **wish)
    assert str(refused.value).startswith(told)


@pytest.mark.parametrize(
    ("query", "told"),
    [
        ("an ninh loai:thong-tuu", "không có thể loại hay loại nội dung “thong-tuu”; gần giống: Thông tư"),
        ("an ninh co-quan:xyz", "không có cơ quan “xyz”; có: "),
        ("tinh-trang:abc an ninh", "không có tình trạng “abc”; có: "),
        ('an ninh chu-de:"không đâu có"', "không có chủ đề “không đâu có”; "),
        ("an ninh nam:abcd", "không có năm “abcd”; có: "),
        ("an ninh nam:1066", "không có năm “1066”; "),
    ],
)
def test_a_field_word_with_a_value_that_nothing_has_is_refused(index: Path, query: str, told: str) -> None:
    with pytest.raises(QueryRefused) as refused:
        search(index, query)
    assert str(refused.value).startswith(told)


def test_field_words_that_records_have_but_none_of_all_is_no_mistake(index: Path) -> None:
    assert not search(index, "nq 51 loai:thong-tu nam:2019").hits


def test_a_filter_that_leaves_nothing_of_a_search_is_no_mistake(index: Path) -> None:
    assert not search(index, "nq 51", type="thong-tu", kind="body").hits
