"""Clauses and points asked for that an article of the library does not have, as a review tells them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.library.lookup import Library, Pointer
from kb.library.texts import text_of_article
from kb.review.codified import holds, lacks


def missing_parts(library: Library, places: Sequence[Pointer], article: str, parts: Sequence[str]) -> Iterator[str]:
    """A sentence for each part (``điểm a khoản 1``) that none of the places of the article has."""
    texts = [text_of_article(library, place) for place in places] if parts else []
    for part in parts:
        cited = f"{part} Điều {article}"
        if any(holds(cited, text) for text in texts):
            continue
        witness = texts[0].witness
        if all(lacks(cited, text) for text in texts):
            yield f"Điều {article} không có {part} (theo {witness})"
        else:
            yield f"không thấy {part} ở Điều {article} trong bản của thư viện ({witness}): cần xem lại bản chính thức"
