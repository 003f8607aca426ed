"""A key of the lexicon as a document of the cluster tells it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from indexer.analysis import SEPARATOR

BATCH_POSTINGS = 4_000_000
"""Postings of one request, about: 20 MB at most."""


class ClusterForm(NamedTuple):
    """One written form of a term, and which documents hold its postings."""

    key: str
    ordinal: int
    """The place of the key among all that were written."""
    listed: int
    """Records that had it when the index was written."""
    top: int
    parts: int
    records: int
    """Records that have it now."""
    common: int = -1
    """There are no forward rows."""

    @property
    def folded(self) -> str:
        """The folded form."""
        return self.key.partition(SEPARATOR)[0]

    @property
    def written(self) -> str:
        """The written form; empty when it is the folded form itself."""
        return self.key.partition(SEPARATOR)[2]

    @property
    def names(self) -> list[str]:
        """The ids of the documents with its postings, in order."""
        return [f"t{self.ordinal}.{part}" for part in range(self.parts)]


def form_of(hit: Mapping[str, Any]) -> ClusterForm:
    """The form that a hit (`documents.term_documents`) tells of."""
    ((key,), (told,)) = map(hit["fields"].__getitem__, ("key", "told"))
    ordinal, count, top, parts = map(int, told.split())
    return ClusterForm(key, ordinal, count, top, parts, count)


def in_batches(forms: Iterable[ClusterForm]) -> Iterator[list[ClusterForm]]:
    """Forms whose postings one request fetches, so that an answer stays of bounded size."""
    batch, postings = list[ClusterForm](), 0
    for form in forms:
        if batch and postings + form.listed > BATCH_POSTINGS:
            yield batch
            batch, postings = [], 0
        batch.append(form)
        postings += form.listed
    if batch:
        yield batch
