"""What the names of programmes in one draft say of which programme is meant."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from kb.citation.models import Citation, TextSpan
from kb.citation.programmes import Naming, ProgrammeNames
from kb.corpus.corpus import Corpus
from kb.model import Record


class DraftNamings:
    """The names in `text`; `named` are its citations by name."""

    def __init__(self, corpus: Corpus, programmes: ProgrammeNames, text: str, named: Sequence[Citation]) -> None:
        self._corpus, self._programmes, self._text, self._named = corpus, programmes, text, named

    def of(self, span: TextSpan, record: Record) -> Naming:
        """What the name says; in passing it means what the draft calls by its full name elsewhere, and nothing else."""
        naming = self._programmes.naming(record, self._text, span)
        follows = naming in (Naming.BARE, Naming.WITHOUT_PERIOD)
        return Naming.SETTLED if follows and self._settling.get(record.id) == {Naming.SETTLED} else naming

    @cached_property
    def _settling(self) -> dict[str, set[Naming]]:
        """What the names in the draft that say which programme they mean say of each record."""
        found: dict[str, set[Naming]] = {i: set() for c in self._named for i in c.candidates}
        for citation in self._named:
            for i in citation.candidates:
                found[i].add(self._programmes.naming(self._corpus.records[i], self._text, citation.span))
        return {i: namings - {Naming.BARE, Naming.WITHOUT_PERIOD} for i, namings in found.items()}
