"""What a user types for an article of the library: ``Điều 3 Luật Hòa giải ở cơ sở``, a code, an id."""

from __future__ import annotations

import re

from kb.errors import InvalidNumber
from kb.language.fold import composed
from kb.library.lookup import HeldDocument, Library, Pointer
from kb.number.document_number import DocumentNumber

_ARTICLE = re.compile(
    r"(?:(?:điểm|khoản)\s+.*)?\bđiều\s+(?P<article>\d{1,4}[a-zđ]{0,2})\b\s*(?P<document>.*)", re.IGNORECASE
)
_OF = re.compile(r"[,.]?\s*của\s+", re.IGNORECASE)
_YEAR = re.compile(r"\s+(?:năm\s+)?(?P<year>(?:19|20)\d\d)$")
_NUMBER = re.compile(r"\d{1,5}[a-z]?(?:\s*/\s*\d{4})?\s*[/-]\s*[^\W\d_]\S*", re.IGNORECASE)


def is_article(text: str) -> bool:
    """Whether a text names an article: ``Điều 3 Luật Hòa giải ở cơ sở``."""
    return _ARTICLE.fullmatch(" ".join(composed(text).split())) is not None


def typed_articles(library: Library, text: str) -> list[Pointer]:
    """The places of the articles that a text means; none for another text, several where it leaves it open."""
    words = " ".join(composed(text).split())
    match = _ARTICLE.fullmatch(words)
    if match is None:
        return library.pointers(words)
    article, found = match["article"].lower(), typed_documents(library, _OF.sub("", match["document"], count=1))
    return [pointer for held in found for pointer in held.pointers.get(article, ())]


def typed_documents(library: Library, text: str) -> list[HeldDocument]:
    """The documents that a number, or the name of a law with or without its year, means."""
    number = _NUMBER.search(text)
    if number:
        try:
            return library.numbered(DocumentNumber.parse(number[0].rstrip(".,;")))
        except InvalidNumber:
            return []
    year = _YEAR.search(text)
    found = library.named(text) or (library.named(text[: year.start()]) if year else [])
    return [held for held in found if not year or held.issued[:4] == year["year"]]
