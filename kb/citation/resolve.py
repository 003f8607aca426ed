"""Citations to records, and what is wrong in the way each is cited.

Not resolved is a value, never an exception: where one document cannot be told from another by
number and date, all candidates are given and none is linked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from kb.citation.models import Citation, Fault, NamedCitation, NumberedCitation, Resolution
from kb.citation.names import words_of
from kb.corpus import Corpus
from kb.effect import show_date
from kb.model import UNKNOWN, Document
from kb.vocabulary import Sureness


def resolve(corpus: Corpus, citation: Citation) -> Resolution:
    """The record that a citation means, by number and date or by name."""
    if isinstance(citation, NamedCitation):
        return Resolution(citation, citation.candidates)
    return _numbered(corpus, citation)


def _numbered(corpus: Corpus, citation: NumberedCitation) -> Resolution:
    ids = corpus.by_number.get(citation.number.match_key) or corpus.by_number.get(citation.number.folded_key, ())
    documents = [corpus.documents[i] for i in ids]
    if len(documents) > 1:
        typed = typed_date(citation)
        documents = [d for d in documents if typed and d.issued == typed] or documents
    if len(documents) != 1:
        return Resolution(citation, tuple(d.id for d in documents))
    return Resolution(citation, (documents[0].id,), tuple(faults(corpus, citation, documents[0])))


def typed_date(citation: NumberedCitation) -> str | None:
    """The date as typed, ISO; None where there is none or it is no date."""
    if citation.date_typed is None:
        return None
    day, month, year = (int(part) for part in re.split(r"\s*[/.-]\s*", citation.date_typed.surface))
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def faults(corpus: Corpus, citation: NumberedCitation, document: Document) -> Iterator[Fault]:
    """What differs between a citation and the document it means."""
    yield from _number_fault(citation, document)
    yield from _date_fault(citation, document)
    yield from _issuer_fault(corpus, citation, document)


def _number_fault(citation: NumberedCitation, document: Document) -> Iterator[Fault]:
    typed = citation.number_typed.surface
    if typed == document.number or document.number == UNKNOWN:
        return
    if typed in document.number_variants:
        yield Fault("variant", document.number, typed, "remark")
        return
    digits = re.findall(r"\d+", typed), re.findall(r"\d+", document.number)
    yield Fault("number" if digits[0] != digits[1] else "symbol", document.number, typed)


def _date_fault(citation: NumberedCitation, document: Document) -> Iterator[Fault]:
    if citation.date_typed and document.issued != UNKNOWN and typed_date(citation) != document.issued:
        yield Fault("date", show_date(document.issued), citation.date_typed.surface)


def _issuer_fault(corpus: Corpus, citation: NumberedCitation, document: Document) -> Iterator[Fault]:
    if citation.issuer_typed is None:
        return
    named = _bodies_named(corpus, citation.issuer_typed.surface)
    if not named or named & _kin(corpus, document.issuers):
        return
    expected = " và ".join(corpus.bodies[i].name for i in document.issuers if i in corpus.bodies)
    known = any("issuers" in w.facts and w.sure is not Sureness.INFERRED for w in document.witnesses)
    parents = {corpus.bodies[i].parent for i in document.issuers if i in corpus.bodies}
    related = not known or bool(named & parents)
    part, severity = ("issuer-related", "remark") if related else ("issuer", "error")
    yield Fault(part, expected, citation.issuer_typed.surface, severity)


def _kin(corpus: Corpus, issuers: tuple[str, ...]) -> set[str]:
    """The issuers, and the bodies that answer for them: a department signs for its ministry."""
    kin = set(issuers)
    for body in corpus.bodies.values():
        if body.parent in issuers:
            kin.add(body.id)
    return kin


def _bodies_named(corpus: Corpus, text: str) -> set[str]:
    """Bodies named in the text in full; a name inside a longer one does not count."""
    words = words_of(text)
    found: list[tuple[int, int, str]] = []
    for body in corpus.bodies.values():
        for name in map(words_of, (body.name, *body.aliases)):
            places = range(len(words) - len(name) + 1)
            found += [(i, i + len(name), body.id) for i in places if words[i : i + len(name)] == name]
    return {
        b for start, end, b in found if not any(s <= start and end <= e and (s, e) != (start, end) for s, e, _ in found)
    }
