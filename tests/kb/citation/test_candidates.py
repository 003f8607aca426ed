"""What may have been meant is looked up, and is all that comparing every document would offer."""

from __future__ import annotations

import random

import pytest
from msgspec.structs import replace

from kb.citation.candidates import MOST_BEARERS, Candidates
from kb.citation.edits import DIGITS, edits, one_edit
from kb.citation.find import find
from kb.citation.models import Citation
from kb.citation.nearest import nearest
from kb.model import UNKNOWN, Document
from tests.kb.citation.test_annotate import corpus, resolver


class Everything:
    """Offers every document, as if nothing were looked up."""

    def of(self, citation: Citation) -> list[Document]:
        return list(corpus().documents.values())


def slipped(document: Document, chance: random.Random) -> str:
    """A citation of the document with one letter of its number changed, with or without its day and title."""
    place = chance.randrange(len(document.number))
    letter = chance.choice(DIGITS if document.number[place].isdigit() else "ABCĐHNQT/-")
    number = document.number[:place] + letter + document.number[place + 1 :]
    day = f" ngày {document.issued.shown}" if document.issued.is_day and chance.random() < 0.6 else ""
    title = f" về {document.title}" if document.title != UNKNOWN and chance.random() < 0.6 else ""
    return f"Căn cứ {document.type.label} số {number}{day}{title};"


@pytest.mark.parametrize("seed", range(4))
def test_looking_up_offers_what_comparing_all_documents_does(seed: int) -> None:
    chance, offered = random.Random(seed), 0
    for document in corpus().documents.values():
        if document.number == UNKNOWN:
            continue
        for citation in find(slipped(document, chance)):
            if citation.number is None:
                continue
            parts = resolver()._identity, citation
            expected = nearest(Everything(), *parts)  # type: ignore[arg-type]
            assert nearest(resolver()._candidates, *parts) == expected
            offered += len(expected)
    assert offered > 20


@pytest.mark.parametrize("word", ["", "7", "51", "124", "2021"])
def test_the_edits_of_a_word_are_those_that_one_slip_makes(word: str) -> None:
    letters = "0123"
    found = set(edits(word, letters)) - {word}
    everything = {""}
    for _ in range(len(word) + 1):
        everything |= {w + letter for w in everything for letter in {*letters, *word}}
    assert found == {w for w in everything if one_edit(word, w) and _by_these(word, w, letters)}


def _by_these(word: str, other: str, letters: str) -> bool:
    """Whether what is new in the other word is one of the letters."""
    new = list(other)
    for letter in word:
        if letter in new:
            new.remove(letter)
    return all(letter in letters for letter in new)


@pytest.mark.parametrize("number", ["318/2022/QĐ-TTg", "316/QĐ-TTg", "06/QĐ-TTg"])
def test_a_slip_in_a_number_is_looked_up_by_the_day(number: str) -> None:
    (citation,) = find(f"Quyết định số {number} ngày 08/3/2022")
    assert "318/QĐ-TTg" in {document.number for document in resolver()._candidates.of(citation)}


def test_a_year_may_be_left_out_or_added() -> None:
    (citation,) = find("Quyết định số 318/2022/QĐ-TTg ban hành Bộ tiêu chí quốc gia về xã nông thôn mới")
    assert "318/QĐ-TTg" in {document.number for document in resolver()._candidates.of(citation)}


@pytest.mark.parametrize(("bearers", "offered"), [(20, 20), (21, 0)])
def test_words_that_many_titles_share_find_none_of_them(bearers: int, offered: int) -> None:
    assert MOST_BEARERS == 20
    template = corpus().documents["tt-124-2021-tt-bca"]
    documents = [replace(template, id=f"tt-{i}", number=f"{i}/2001/TT-BA", title="hà mã") for i in range(bearers)]
    (citation,) = find("Căn cứ Thông tư số 900/2021/TT-BCA ngày 28/12/2021 của Bộ trưởng Bộ Công an quy định hà mã;")
    assert citation.title
    assert len(list(Candidates(documents).of(citation))) == offered
