"""How much rests on a record, and whether it still holds: a small factor of every score.

Staff look for what they can rest a plan on. Of two texts on one subject, the one that plans and
other texts rest on comes first, and one that has ended comes after the one that replaced it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import date

from indexer.records.record import IndexRecord
from kb.corpus.corpus import Corpus
from kb.model import Record
from kb.model.vocabulary import ProgrammeType, RelationKind, Status
from kb.snapshot import Snapshot

MOST_GAINED = 1.6
"""The most that citations may raise a score."""
GAINED_PER_E_FOLD = 0.12
"""Share gained for each e-fold of citations: enough to order equals, too little to lift a stranger."""
ENDED_FACTOR, PHASE_OVER_FACTOR = 0.75, 0.8
"""Of what no longer holds, and of a programme whose phase is over."""
STANDARD_FACTOR = 0.8
"""A standard is what its document lays down: who asks for it wants the document first."""
APART_FACTOR = 0.6
"""Of a document that is held only to be told apart from another of its number: below that one, also once it ended."""
_COUNTED = set(RelationKind) - {RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO}


def document_priors(corpus: Corpus, day: date) -> Mapping[str, float]:
    """The prior of each record, by id, with statuses as of `day`: a factor from 0.6 to 1.6."""
    snapshot = Snapshot(corpus, day)
    cited: Counter[str] = Counter()
    for plan in corpus.plans.values():
        cited.update(mention.target for mention in snapshot.mentions(plan) if mention.target)
        cited.update(target for section in plan.sections for target in section.implied)
    for programme in corpus.programmes.values():
        # Naming a programme or a standard is resting on the document that made it.
        cited.update({relation.to: cited[programme.id] for relation in programme.founding})
    factors = {}
    for record in corpus.records.values():
        edges = sum(edge.kind in _COUNTED for edge in corpus.graph.into(record.id))
        gained = min(MOST_GAINED, 1 + GAINED_PER_E_FOLD * math.log(1 + cited[record.id] + edges))
        apart = not cited[record.id] and _is_apart(corpus, record)
        factors[record.id] = APART_FACTOR if apart else _held(snapshot, record) * gained
    return factors


def prior_of(record: IndexRecord, priors: Mapping[str, float]) -> float:
    """The prior of what is indexed: a provision has that of its document, a paragraph or a term has 1."""
    return 1.0 if record.kind in ("paragraph", "term") else priors[record.id.partition("#")[0]]


def _is_apart(corpus: Corpus, record: Record) -> bool:
    """Whether its number is all that joins it to other records."""
    kinds = {edge.kind for edge in (*corpus.graph.into(record.id), *corpus.graph.out(record.id))}
    return kinds == {RelationKind.TRUNG_SO}


def _held(snapshot: Snapshot, record: Record) -> float:
    """The factor for whether it still holds. A suspended text keeps its place: it may come back into force."""
    programme = snapshot.corpus.programmes.get(record.id)
    if programme and programme.type is ProgrammeType.STANDARD:
        return STANDARD_FACTOR
    status = snapshot.effect(record).status
    return {Status.ENDED: ENDED_FACTOR, Status.PHASE_OVER: PHASE_OVER_FACTOR}.get(status, 1.0)
