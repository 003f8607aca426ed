"""Từ viết tắt: every abbreviation of the corpus with what it stands for."""

from __future__ import annotations

from dataclasses import dataclass

from kb.language.fold import folded
from kb.model import Term
from kb.model.kinds import TERM
from kb.views.site_snapshot import SiteSnapshot
from kb.views.witnesses import WitnessView, fact_witnesses
from kb.views.wording import known

HREF = TERM.list_address


@dataclass(frozen=True)
class TermRow:
    """One abbreviation; `id` and `former_ids` are places of the page."""

    id: str
    former_ids: tuple[str, ...]
    abbreviation: str
    variants: tuple[str, ...]
    expansion: str
    note: str
    witnesses: tuple[WitnessView, ...]


def terms_view(snapshot: SiteSnapshot) -> tuple[TermRow, ...]:
    """In the order of the alphabet, marks of letters apart."""
    ordered = sorted(snapshot.corpus.terms.values(), key=lambda term: folded(term.abbreviation))
    return tuple(_row(term) for term in ordered)


def _row(term: Term) -> TermRow:
    expansion, witnesses = known(term.expansion), fact_witnesses(term, "expansion")
    return TermRow(term.id, term.former_ids, term.abbreviation, term.variants, expansion, term.note or "", witnesses)
