"""Provisions cited of documents whose text the library holds: whether they are there, and quotations from them.

The library is a copy of a day, and articles are amended and added: what differs is to be looked at, never “sai”. That a
provision is missing is said only where the articles of the document are held whole, or its article is numbered without
a gap and was not amended.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from msgspec.structs import replace

from kb.citation.models import Citation, CitationFault
from kb.law.provisions import PlacedProvision
from kb.model.vocabulary import ProvisionKind
from kb.number.document_number import DocumentNumber
from kb.review.quotes import ComparedText, Quoted, compared, meant_places, wanted_units

_POINT = re.compile(r"(?<!\w)a\s*[).]|^\s*[-–+•]|:\s*$")
"""What the first of several points may look like where it was not read as one; a colon announces them."""


@dataclass(frozen=True)
class CodifiedText:
    """The articles of a document that the library holds.

    `witness` says who says so and when it was read; `whole`: every article of the document is among them; `amended`
    holds the numbers of articles that later documents changed.
    """

    text: ComparedText
    witness: str
    whole: bool
    amended: frozenset[str] = frozenset()


class CodifiedTexts(Protocol):
    """What a review asks of a library."""

    def numbered(self, number: DocumentNumber, type_name: str, issued: str) -> CodifiedText | None:
        """The text of the one document of a number, a type and an ISO day, either empty for unknown."""

    def named(self, name: str, type_name: str, year: str) -> CodifiedText | None:
        """The text of the one law of a name, and of a year where one was typed."""


def judge_codified(text: str, citation: Citation, held: CodifiedText) -> Quoted:
    """What the library says of a provision that is cited, and of the quotation at the citation."""
    if citation.provision is None:
        return Quoted()
    quoted = compared(text, citation, held.text)
    if any(fault.part == "provision-missing" for fault in quoted.faults):
        cited = " ".join(citation.provision.surface.split())
        return Quoted((_doubt("provision-missing", held, held.text.number, cited),) if lacks(cited, held) else ())
    return replace(quoted, faults=tuple(_doubt(f.part, held, f.expected, f.got) for f in quoted.faults))


def _doubt(part: str, held: CodifiedText, expected: str, got: str) -> CitationFault:
    return CitationFault(f"codified-{part}", expected, got, "doubt", held.witness)


def holds(cited: str, held: CodifiedText) -> bool:
    """Whether the text has what is cited: ``điểm b khoản 2 Điều 5``."""
    return bool(meant_places(held.text.places, cited))


def lacks(cited: str, held: CodifiedText) -> bool:
    """Whether it is sure enough to tell that the text does not have what is cited."""
    wanted = wanted_units(cited)
    articles = wanted.get(ProvisionKind.DIEU, set())
    if len(articles) != 1:
        return False
    (article,) = articles
    of_article = [p for p in held.text.places if _number(p, ProvisionKind.DIEU) == article]
    if not of_article:
        return held.whole
    return article not in held.amended and _ends_before(of_article, wanted)


def _ends_before(places: Sequence[PlacedProvision], wanted: dict[ProvisionKind, set[str]]) -> bool:
    """Whether the article counts its clauses, or the clause its points, to an end before what is cited."""
    clauses = [p.provision.number or "" for p in places if p.provision.kind is ProvisionKind.KHOAN]
    cited = wanted.get(ProvisionKind.KHOAN, set())
    if len(cited) != 1 or not _counted(clauses):
        return False
    (clause,) = cited
    if clause not in clauses:
        return clause.isdigit()
    return ProvisionKind.DIEM in wanted and _tells_its_points(
        [place for place in places if _number(place, ProvisionKind.KHOAN) == clause]
    )


def _tells_its_points(of_clause: Sequence[PlacedProvision]) -> bool:
    """Whether a clause has points from the first on, or nothing that could be one."""
    points = [place.provision.number for place in of_clause if place.provision.kind is ProvisionKind.DIEM]
    if points:
        return len(points) > 1 and points[0] == "a"
    return not any(_POINT.search(text) for place in of_clause for text in place.provision.text)


def _counted(numbers: list[str]) -> bool:
    """``1, 2, 3``, two at least."""
    return len(numbers) > 1 and numbers == [str(number) for number in range(1, len(numbers) + 1)]


def _number(place: PlacedProvision, kind: ProvisionKind) -> str:
    own = (part.provision for part in (*place.within, place))
    return next((part.number or "" for part in own if part.kind is kind), "").casefold()
