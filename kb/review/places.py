"""Findings on a text in one spelling, given their places in the draft as its file has it.

Verdicts are reached on the text as `kb.language.letters` spells it, so that no spelling of a letter can change one, and
with slips of a scanner read as they are meant (`kb.citation.mended`), which is said.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from msgspec import structs

from kb.citation.faults import odd_blanks
from kb.citation.mended import mended, mends
from kb.citation.models import Citation, TextSpan
from kb.drafts import Draft
from kb.language.letters import Letters
from kb.review.model import Finding

_PARTS = Citation.__struct_fields__


class DraftPlaces:
    """The way from places in the spelt text back to the draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._letters = Letters(draft.text)
        self._mends = mends(self._letters.text)
        text = mended(self._letters.text, self._mends)
        self.spelt = replace(draft, text=text) if text != draft.text else draft
        """The draft in the one spelling, its citations as they are read; its parts are not placed in it."""
        self.mended_text = None if self._mends else text
        """The text, where nothing in it is read otherwise than it stands."""

    def in_draft(self, finding: Finding) -> Finding:
        """The finding with the places of its words in the file."""
        if self.spelt is self._draft and self._draft.source is None:
            return finding
        start, _ = self._letters.original(finding.citation.span.start, finding.citation.span.end)
        notes = (*self._read_as(finding.citation.span), *finding.notes)
        citation = self._citation(finding.citation)
        faults = (*finding.faults, *odd_blanks(citation)) if finding.target else finding.faults
        return structs.replace(finding, citation=citation, place=self._draft.place(start), faults=faults, notes=notes)

    def _read_as(self, span: TextSpan) -> Iterator[str]:
        """That a citation is read otherwise than it is typed, where it is."""
        place = bisect_left(self._mends, (span.start,))
        if place < len(self._mends) and self._mends[place][0] < span.end:
            start, end = self._letters.original(span.start, span.end)
            typed, read = self._draft.text[start:end], span.surface
            yield f"trong tệp ghi “{' '.join(typed.split())}”, đọc là “{' '.join(read.split())}”"

    def _citation(self, citation: Citation) -> Citation:
        parts = ((name, getattr(citation, name)) for name in _PARTS)
        moved: dict[str, Any] = {name: self._span(part) for name, part in parts if isinstance(part, TextSpan)}
        antecedent = citation.antecedent and self._citation(citation.antecedent)
        return structs.replace(citation, antecedent=antecedent, **moved)

    def _span(self, span: TextSpan) -> TextSpan:
        start, end = self._letters.original(span.start, span.end)
        surface = self._draft.text[start:end]
        return TextSpan(*self._draft.in_file(start, end), surface)
