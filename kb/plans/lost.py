"""The legal bases that plans have lost between two days: ended, replaced, repealed, suspended since."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from kb.corpus.corpus import Corpus
from kb.plans.basis import bases
from kb.snapshot import Snapshot


def lost_bases(corpus: Corpus, since: date, day: date) -> Iterator[str]:
    """A Vietnamese line for each plan and basis that could be relied on at the end of `since` and cannot on `day`."""
    before, now = Snapshot(corpus, since), Snapshot(corpus, day)
    for plan in corpus.plans.values():
        held = {base.document.id for base in bases(before, plan, None) if not base.warning}
        for base in bases(now, plan, None):
            if base.warning and base.document.id in held:
                yield f"{plan.id}: {base.warning}"
