"""What must hold between records. Each module checks one thing and yields Problems."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from kb.corpus import Corpus
from kb.problem import Problem
from kb.rules import dates, identity, plan_text, references, relations, unicode, witnesses

Rule = Callable[[Corpus], Iterator[Problem]]
ALL: tuple[Rule, ...] = (
    identity.check,
    references.check,
    witnesses.check,
    dates.check,
    relations.check,
    plan_text.check,
    unicode.check,
)


def check_corpus(corpus: Corpus) -> list[Problem]:
    """Every fault of the corpus, those met in reading included, in the order of files and lines."""
    found = {problem for rule in ALL for problem in rule(corpus)}
    return sorted(found | set(corpus.problems))
