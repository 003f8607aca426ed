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
from kb.law.effect import status_on
from kb.model import Programme, Record
from kb.model.vocabulary import ProgrammeType, RelationKind, Status

MOST_STANDING = 1.6
"""The most that a record's standing may raise its score."""
CITED = 0.12
"""Share gained for each e-fold of citations: enough to order equals, too little to lift a stranger."""
ENDED = 0.75
PHASE_OVER = 0.8
STANDARD = 0.8
"""A standard is what its document lays down: who asks for it wants the document first."""
_COUNTED = set(RelationKind) - {RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO}


def document_priors(corpus: Corpus, day: date) -> Mapping[str, float]:
    """The factor of each record, by id."""
    from kb.citation.annotate import annotate_plan  # loaded by the process that finds the citations (`indexer.build`)

    cited: Counter[str] = Counter()
    for plan in corpus.plans.values():
        cited.update(mention.target for mention in annotate_plan(corpus, plan) if mention.target)
        cited.update(target for section in plan.sections for target in section.implied)
    for programme in corpus.programmes.values():
        # Naming a programme or a standard is resting on the document that made it.
        cited.update({relation.to: cited[programme.id] for relation in programme.founding})
    factors = {}
    for record in corpus.records.values():
        edges = sum(edge.kind in _COUNTED for edge in corpus.graph.into(record.id))
        gained = min(MOST_STANDING, 1 + CITED * math.log(1 + cited[record.id] + edges))
        factors[record.id] = _held(corpus, record, day) * gained
    return factors


def prior_of(record: IndexRecord, standings: Mapping[str, float]) -> float:
    """The factor of what is indexed: a provision stands as its document, paragraphs and terms as themselves."""
    return 1.0 if record.kind in ("paragraph", "term") else standings[record.id.partition("#")[0]]


def _held(corpus: Corpus, record: Record, day: date) -> float:
    if isinstance(record, Programme) and record.type is ProgrammeType.STANDARD:
        return STANDARD
    status = status_on(corpus, record, day).status
    return {Status.ENDED: ENDED, Status.PHASE_OVER: PHASE_OVER}.get(status, 1.0)
