"""A query taken apart, and what its filters let through on the real corpus."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from indexer.build.build import build_records
from indexer.query.numbers import asked_articles
from indexer.query.parse import EVER, parse, years
from indexer.query.questions import asked_meaning, definition_terms, subject, words_of_asking
from indexer.records.articles import Articles
from indexer.search import Searcher
from kb.language.fold import folded, syllables

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "query.yaml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["q"])
def test_parse(case: dict[str, Any]) -> None:
    query = parse(case["q"])
    assert query.text == case["words"]
    assert list(query.phrases) == case.get("phrases", [])
    assert list(query.without) == case.get("without", [])
    assert [list(field) for field in query.fields] == case.get("fields", [])


@given(st.text(alphabet=st.sampled_from(list('aă đ"“”:-/.1 \n')) | st.characters(), max_size=60))
def test_nothing_typed_can_fail(text: str) -> None:
    parse(text)


@pytest.mark.parametrize(
    ("value", "span"),
    [
        ("2021", (2021, 2021)),
        ("2019..2022", (2019, 2022)),
        ("2019-2022", (2019, 2022)),
        ("2019..", (2019, EVER)),
        ("..2020", (0, 2020)),
        (">=2019", (2019, EVER)),
        ("<2019", (0, 2018)),
        ("hai nghìn", None),
    ],
)
def test_years(value: str, span: tuple[int, int] | None) -> None:
    assert years(value) == span


@pytest.mark.parametrize(
    ("query", "holds"),
    [
        ("loai:thong-tu an ninh", lambda hit: hit.kind_label == "Thông tư"),
        ("loai:chi-thi", lambda hit: hit.kind_label == "Chỉ thị"),
        ("co-quan:bca an ninh", lambda hit: "Bộ Công an" in hit.issuer),
        ("nam:2019..2021 an ninh", lambda hit: "2019" <= hit.year <= "2021"),
        ("tinh-trang:con-hieu-luc an ninh", lambda hit: hit.status_label == "Còn hiệu lực"),
    ],
)
def test_field_words(index: Path, query: str, holds: Any) -> None:
    hits = Searcher(index).answer(query, limit=0).hits
    assert hits
    assert all(holds(hit) for hit in hits)


def test_a_word_left_out(index: Path) -> None:
    searcher = Searcher(index)
    every = {hit.id for hit in searcher.answer("phong trào", limit=0).hits}
    without = {hit.id for hit in searcher.answer("phong trào -Tổ", limit=0).hits}
    assert without < every


def test_pages_follow_one_another(index: Path) -> None:
    searcher = Searcher(index)
    whole = [hit.id for hit in searcher.answer("an ninh", limit=12).hits]
    parts = [hit.id for page in (1, 2, 3) for hit in searcher.answer("an ninh", limit=4, page=page).hits]
    assert parts == whole


def test_facets_count_what_the_filter_gives(index: Path) -> None:
    searcher = Searcher(index)
    results = searcher.answer("an ninh", facets=True)
    assert results.facets
    counted = dict(results.facets["kind"])
    assert sum(counted.values()) == results.total
    for label, count in results.facets["type"]:
        hits = searcher.answer("an ninh", type=label, limit=0).hits
        assert len(hits) >= count, label


def test_sorted_by_day_and_rank(index: Path) -> None:
    searcher = Searcher(index)
    years_found = [hit.year for hit in searcher.answer("an ninh", kind="document", sort="issued", limit=0).hits]
    known = [year for year in years_found if year]
    assert known == sorted(known, reverse=True)
    assert years_found[: len(known)] == known
    first = searcher.answer("phòng, chống mua bán người", kind="document", sort="rank").hits[0]
    assert first.kind_label == "Luật"


@pytest.mark.parametrize(
    ("typed", "better"),
    [
        ("phòng chóng ma túy", "phòng chống ma túy"),
        ("phòng chống ma túy", None),
        ("phong chong ma tuy", None),
    ],
)
def test_wrong_diacritics_are_offered_right(index: Path, typed: str, better: str | None) -> None:
    assert Searcher(index).answer(typed).suggestion == better


def test_one_number_of_two_documents_is_said(index: Path) -> None:
    results = Searcher(index).answer("ct 46")
    assert results.same_number >= 2
    bearing = {(hit.issuer, hit.year) for hit in results.hits[: results.same_number]}
    assert bearing >= {("Bộ Chính trị", "2015"), ("Bộ Chính trị", "2025")}


def test_what_a_text_defines() -> None:
    text = "Trong Luật này:\n1. Dữ liệu nguồn là thông tin ban đầu.\n2. Bên thứ ba (người khác) được hiểu là ai đó."
    assert list(definition_terms(text)) == ["d:du_lieu_nguon", "d:ben_thu_ba"]


@pytest.mark.parametrize(
    ("question", "term"),
    [
        ("Dữ liệu nguồn là gì?", "d:du_lieu_nguon"),
        ("du lieu nguon duoc hieu nhu the nao", "d:du_lieu_nguon"),
        ("Theo quy định của pháp luật, dữ liệu nguồn là gì?", "d:du_lieu_nguon"),
        ("Định nghĩa về dữ liệu nguồn như thế nào theo Luật Dữ liệu?", "d:du_lieu_nguon"),
        ("Dữ liệu nguồn, bên thứ ba là gì?", "d:du_lieu_nguon_ben_thu_ba"),
        ("mức phạt bao nhiêu", None),
        (",,, là gì", None),
    ],
)
def test_a_question_of_meaning(question: str, term: str | None) -> None:
    assert asked_meaning(question) == term


def test_a_question_is_a_heading_with_words_of_asking() -> None:
    assert subject("Quy định về thẻ căn cước được thực hiện như thế nào?") == "the can cuoc"


@pytest.mark.parametrize(
    ("question", "left"),
    [
        ("Thẻ căn cước được quy định như thế nào?", "thẻ căn cước"),
        ("the can cuoc duoc quy dinh nhu the nao", "the can cuoc"),
        ("Theo quy định của pháp luật, người nào bị tạm giam?", "người bị tạm giam"),
        ("Mức phạt bao nhiêu, đúng hay sai?", "mức phạt"),
        ("chấn thương sọ não", "chấn thương sọ não"),
        ("thép không gỉ", "thép không gỉ"),
        ("trí tuệ nhân tạo AI", "trí tuệ nhân tạo ai"),
        ("quy định về cư trú", "quy định về cư trú"),
        ("như thế nào", "như thế nào"),
    ],
)
def test_words_that_only_ask_are_not_looked_for(question: str, left: str) -> None:
    words = syllables(question)
    asking = words_of_asking(words, [folded(word) for word in words])
    assert " ".join(word for word, only_asks in zip(words, asking, strict=True) if not only_asks) == left


def test_articles_named_by_number() -> None:
    assert asked_articles("Điều 6 và dieu 012a, khoản 3 điều 6 Luật Cư trú; điều kiện 5") == ["a:6", "a:12a"]


def test_the_article_whose_number_is_typed_is_first(tmp_path: Path) -> None:
    """Every article cites others; the one that bears the number is meant, of the law that is named."""
    rows = [
        {
            "id": f"{law}#{number}",
            "law": f"Luật {law}",
            "article": str(number),
            "heading": f"Quy định thứ {number} của chương",
            "text": f"Việc đăng ký thực hiện theo Điều {13 - number} của Luật này và điểm {number}.",
        }
        for law in ("Cư trú", "Căn cước")
        for number in range(1, 13)
    ]
    path = tmp_path / "a.jsonl"
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    build_records(Articles(path), tmp_path / "index", {})
    searcher = Searcher(tmp_path / "index")
    for question in ("Điều 6 Luật Căn cước", "dieu 6 luat can cuoc", "Luật Căn cước điều 06 nói gì?"):
        assert searcher.answer(question).hits[0].id == "Căn cước#6", question
