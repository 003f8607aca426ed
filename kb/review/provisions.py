"""Which document a cited provision belongs to, and what the library's text of that document says of it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationKind
from kb.citation.patterns import LAW_TYPES
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.model import Document
from kb.register.layers import LayerRegister
from kb.review.codified import CodifiedText, CodifiedTexts, judge_codified
from kb.review.model import Finding
from kb.review.outside_laws import laws_named
from kb.review.short import FullCitations
from kb.review.verdicts import Verdict

TextsAsked = tuple[CodifiedTexts | None, Sequence[LayerRegister]]
"""The library, and the registers that know which laws bear one name."""
_SETTLED = (Verdict.RIGHT, Verdict.UNVERIFIED, Verdict.ENDED, Verdict.UNKNOWN)
"""Verdicts that do not doubt which document is meant."""


class ProvisionJudge:
    """Judges the provisions cited in one draft; without a library it says nothing."""

    def __init__(self, asked: TextsAsked, corpus: Corpus, text: str, full: FullCitations) -> None:
        self._texts, self._registers = asked
        self._corpus, self._text, self._full = corpus, text, full

    def told(self, finding: Finding) -> Finding:
        """The finding with what the library says of its provision and its quotation."""
        citation = finding.citation
        if self._texts is None or citation.provision is None or finding.verdict not in _SETTLED:
            return finding
        held = self._held(self._texts, finding)
        if held is None:
            return finding
        quoted = judge_codified(self._text, citation, held)
        if quoted.faults:
            order = list(Verdict).index
            verdict = min(finding.verdict, Verdict.SUSPECT, key=order)
            return replace(finding, verdict=verdict, faults=(*finding.faults, *quoted.faults))
        if not quoted.right:
            return finding
        said = f"trích đúng nguyên văn {quoted.right} (theo {held.witness})"
        return replace(finding, confirmed=(*finding.confirmed, said))

    def _held(self, texts: CodifiedTexts, finding: Finding) -> CodifiedText | None:
        """The text of the document; none where the corpus holds one, which is compared already."""
        citation = finding.citation
        document = self._corpus.documents.get(finding.target or "")
        if document:
            return None if document.provisions else _of_record(texts, document)
        full = self._full.of(citation) or citation
        number = citation.number or full.number
        if number:
            typed = typed_date(full)
            day = str(typed) if typed and typed.is_day else ""
            return texts.numbered(number, citation.type_name or "", day)
        return self._of_law(texts, full)

    def _of_law(self, texts: CodifiedTexts, citation: Citation) -> CodifiedText | None:
        """A law cited by name; none where the name alone may mean another law, which the library need not hold yet."""
        if citation.kind is not CitationKind.NAMED or not citation.title or citation.type_name not in LAW_TYPES:
            return None
        typed = typed_date(citation)
        year = typed.year if typed else str(citation.year or "")
        if not year and any(len(laws_named(held, citation)) > 1 for held in self._registers):
            return None
        return texts.named(citation.title.surface, citation.type_name or "", year)


def _of_record(texts: CodifiedTexts, document: Document) -> CodifiedText | None:
    number = number_of(document)
    day = str(document.issued) if document.issued.is_day else ""
    return texts.numbered(number, document.type.label, day) if number else None
