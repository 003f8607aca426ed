"""Findings on a text in one spelling, given their places in the draft as its file has it.

Verdicts are reached on the text as `kb.language.letters` spells it, so that no spelling of a letter can change one.
"""

from __future__ import annotations

from dataclasses import fields, replace
from typing import Any

from kb.citation.faults import odd_blanks
from kb.citation.models import Citation, TextSpan
from kb.drafts import Draft
from kb.language.letters import Letters
from kb.review.model import Finding


class DraftPlaces:
    """The way from places in the spelt text back to the draft."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        self._letters = Letters(draft.text)
        self.spelt = replace(draft, text=self._letters.text) if self._letters.text != draft.text else draft
        """The draft in the one spelling; its parts are not placed in it."""

    def in_draft(self, finding: Finding) -> Finding:
        """The finding with the places of its words in the file."""
        if self.spelt is self._draft and self._draft.source is None:
            return finding
        start, _ = self._letters.original(finding.citation.span.start, finding.citation.span.end)
        citation = self._citation(finding.citation)
        faults = (*finding.faults, *odd_blanks(citation)) if finding.target else finding.faults
        return replace(finding, citation=citation, place=self._draft.place(start), faults=faults)

    def _citation(self, citation: Citation) -> Citation:
        parts = {part.name: getattr(citation, part.name) for part in fields(citation)}
        moved: dict[str, Any] = {name: self._span(part) for name, part in parts.items() if isinstance(part, TextSpan)}
        antecedent = citation.antecedent and self._citation(citation.antecedent)
        return replace(citation, antecedent=antecedent, **moved)

    def _span(self, span: TextSpan) -> TextSpan:
        start, end = self._letters.original(span.start, span.end)
        surface = self._draft.text[start:end]
        return TextSpan(*self._draft.in_file(start, end), surface)
