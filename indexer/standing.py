"""How much rests on a record, and whether it still holds: a small factor of every score.

Staff look for what they can rest a plan on. Of two texts on one subject, the one that plans and
other texts rest on comes first, and one that has ended comes after the one that replaced it.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping
from datetime import date

from kb.citation import annotate_plan
from kb.corpus import Corpus
from kb.effect import status_on
from kb.model import Document
from kb.vocabulary import RelationKind, Status

CITED = 0.12
"""Share gained for each e-fold of citations: enough to order equals, too little to lift a stranger."""
ENDED = 0.75
_COUNTED = set(RelationKind) - {RelationKind.LIEN_QUAN, RelationKind.TRUNG_SO}


def standings(corpus: Corpus, day: date) -> Mapping[str, float]:
    """The factor of each document, by id."""
    cited: Counter[str] = Counter()
    for plan in corpus.plans.values():
        cited.update(mention.target for mention in annotate_plan(corpus, plan) if mention.target)
        cited.update(target for section in plan.sections for target in section.implied)
    factors = {}
    for document in corpus.documents.values():
        edges = sum(edge.kind in _COUNTED for edge in corpus.graph.into(document.id))
        held = ENDED if _has_ended(corpus, document, day) else 1.0
        factors[document.id] = held * (1 + CITED * math.log(1 + cited[document.id] + edges))
    return factors


def _has_ended(corpus: Corpus, document: Document, day: date) -> bool:
    return status_on(corpus, document, day).status is Status.ENDED
