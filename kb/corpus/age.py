"""How old a corpus is."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from kb.corpus.corpus import Corpus
    from kb.language.dates import PartialDate


def last_checked(corpus: Corpus) -> PartialDate | None:
    """The last day on which a source of the corpus was read: what happened later it cannot know. None without one."""
    return max((source.checked for record in corpus.records.values() for source in record.sources), default=None)
