"""Which page an article of the library has: its document by type, number and day, its place by the article's number."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.library.article import ArticleSource, CodifiedArticle, Subject
from kb.library.documents import library_pages
from kb.library.store import FORM, LibraryStore

DECREE, TWIN, LONG = "nghi-dinh-1-2018-nd-cp", "nghi-dinh-1-2018-nd-cp-2018-08-06", "x" * 300


@pytest.mark.parametrize(
    ("sources", "pages"),
    [
        # The note of the second article states no day: it is of the only document of that number.
        ([("1", "1/2018/NĐ-CP", "2018-08-06"), ("2", "1/2018/NĐ-CP", "")], [(TWIN, "dieu-1"), (TWIN, "dieu-2")]),
        # Two documents of one number: an article without a day is of neither.
        (
            [("1", "1/2018/NĐ-CP", "2018-08-06"), ("1", "1/2018/NĐ-CP", "2018-01-03"), ("2", "1/2018/NĐ-CP", "")],
            [(TWIN, "dieu-1"), (f"{DECREE}-2018-01-03", "dieu-1"), (DECREE, "dieu-2")],
        ),
        # An article that stands under two subjects may be another part of it under each.
        ([("8a", "1/2018/NĐ-CP", "2018-08-06")] * 2, [(TWIN, "dieu-8a"), (TWIN, "dieu-8a-2")]),
        # Marks are lost in a slug, and so is what is behind a hundred letters.
        ([("1", "1/2018/ND-CP", ""), ("1", "1/2018/NĐ-CP", "")], [(DECREE, "dieu-1"), (f"{DECREE}-2", "dieu-1")]),
        ([("1", LONG, "")], [(f"nghi-dinh-{'x' * 90}", "dieu-1")]),
        # What is no article is a part.
        ([("", "1/2018/NĐ-CP", ""), ("", "1/2018/NĐ-CP", "")], [(DECREE, "phan"), (DECREE, "phan-2")]),
    ],
)
def test_pages(tmp_path: Path, sources: list[tuple[str, str, str]], pages: list[tuple[str, str]]) -> None:
    store = LibraryStore(tmp_path)
    articles = [
        CodifiedArticle(str(place), "Tên", "Nội dung", source=ArticleSource(article, "Nghị định", number, issued=day))
        for place, (article, number, day) in enumerate(sources)
    ]
    store.write("99.1", Subject("99.1", "Thử", "a1", "m", "2026-11-23", FORM), articles)
    found = library_pages(store)
    assert [found.addresses[article.id] for article in articles] == pages
    assert {(slug, anchor) for slug, anchors in found.documents.items() for anchor in anchors} == set(pages)
