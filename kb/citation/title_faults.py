"""What a title says against the record that a citation means: words that differ, or the title of another document.

A title that was concluded from other facts, or that the corpus holds only in part, grounds no “sai”: it is no original
wording, so what differs from it is to be looked at.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property

from kb.citation.models import Citation, CitationFault
from kb.citation.titles import Titles
from kb.corpus.checkable import is_abridged, is_inferred
from kb.corpus.corpus import Corpus
from kb.model import UNKNOWN, Document

FEWEST_TITLE_WORDS = 6
"""Words of a title that is no other's by chance."""


class TitleFaults:
    """Compares titles as typed with those of the documents of one corpus."""

    def __init__(self, corpus: Corpus, titles: Titles) -> None:
        self._corpus, self._titles = corpus, titles

    def of(self, citation: Citation, document: Document) -> Iterator[CitationFault]:
        """The faults of the title behind a citation of a document."""
        if citation.title is None or document.title == UNKNOWN:
            return
        typed, read = citation.title.surface, _is_read(document)
        if other := self._other(citation, document):
            part, severity = other if read else ("title-other", "doubt")
            yield CitationFault(part, document.title, " ".join(typed.split()), severity)
            return
        for difference in self._titles.differences(typed, document.title):
            part, severity = ("title", "error") if read else ("title-unread", "doubt")
            if difference.case:
                part, severity = "title-case", "remark"
            yield CitationFault(part, difference.expected, difference.got, severity)

    def _other(self, citation: Citation, document: Document) -> tuple[str, str] | None:
        """Part and severity of a title that is another record's, or has nothing in common with the document's.

        Only behind its day, as in a first citation: ``Nghị định số 281/2025/NĐ-CP quy định như sau`` goes on with the
        sentence. What is wholly another may still describe a part of the document.
        """
        typed = citation.title.surface if citation.title else ""
        if citation.date_typed is None or "date" in citation.inherited or not (typed and citation.type_typed):
            return None
        got, own = self._titles.key(typed), self._titles.key(document.title)
        bearing = self._bearing.get(got, set()) if len(got) >= FEWEST_TITLE_WORDS else set()
        if bearing and document.id not in bearing and f" {' '.join(got)} " not in f" {' '.join(own)} ":
            return "title", "error"
        return ("title-other", "doubt") if self._titles.nothing_in_common(typed, document.title) else None

    @cached_property
    def _bearing(self) -> dict[tuple[str, ...], set[str]]:
        """Ids of the documents of each title that was read."""
        found: dict[tuple[str, ...], set[str]] = {}
        for document in filter(_is_read, self._corpus.documents.values()):
            found.setdefault(self._titles.key(document.title), set()).add(document.id)
        return found


def _is_read(document: Document) -> bool:
    """Whether the title was read, and whole."""
    return not is_inferred(document, "title") and not is_abridged(document)
