"""A Word file with its comments written, and what of it a reader sees."""

from __future__ import annotations

from datetime import date
from functools import cache
from xml.etree import ElementTree

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts.docx import read
from kb.review.comments import commented
from kb.review.judge import review
from tests.kb.drafts.word_parts import W
from tests.support.paths import ROOT


@cache
def corpus() -> Corpus:
    return load_corpus(ROOT / "corpus")


def with_comments(data: bytes) -> tuple[bytes, int]:
    return commented(data, review(corpus(), read(data, "a.docx"), date(2026, 11, 24)))


def without_marks(xml: bytes) -> list[str]:
    """What stands in a part in its order: characters of text one by one, tags without formatting and marks."""
    found: list[str] = []
    for element in ElementTree.fromstring(xml).iter():
        tag = element.tag.rpartition("}")[2]
        if tag == "t":
            found += element.text or ""
        elif tag not in {"r", "rPr", "b", "commentRangeStart", "commentRangeEnd", "commentReference"}:
            found.append(tag)
    return found


def marked_text(xml: bytes) -> dict[str, str]:
    """By comment the text between its marks."""
    open_, texts = set(), {}
    for element in ElementTree.fromstring(xml).iter():
        tag, number = element.tag.rpartition("}")[2], element.get(f"{{{W}}}id", "")
        if tag == "commentRangeStart":
            open_.add(number)
            texts[number] = ""
        elif tag == "commentRangeEnd":
            open_.remove(number)
        elif tag == "t":
            for each in open_:
                texts[each] += element.text or ""
    assert not open_
    return texts
