"""What a question means that names an act by what it amends: ``Thông tư sửa đổi Thông tư 124/2021/TT-BCA``.

The amending act is a document of its own: the one that it amends is never the answer.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from kb.citation.models import CitationKind
from kb.citation.patterns import AMENDS
from kb.corpus.corpus import Corpus
from kb.language.fold import folded
from kb.law.amended import amending_acts
from kb.model import Document
from kb.number.ordinal_asked import TYPE
from kb.review.model import Finding

_AMENDING = re.compile(rf"{TYPE}\s+(?:sua\s+doi|bo\s+sung)(?!\w)")
"""How a question begins that names an act without its number, folded."""


def names_amending(text: str) -> bool:
    """Whether what was typed is the name of an amending act, without a number of its own."""
    return bool(_AMENDING.match(folded(text)))


def amending(corpus: Corpus, findings: Sequence[Finding]) -> Iterator[Document]:
    """The acts of the corpus whose titles say that they amend what was found in such a name, each once.

    By the events of what is amended, and by their titles alone where the corpus has no record of it.
    """
    known = set(_amending_by_events(corpus, findings))
    numbers = [str(found.citation.number).casefold() for found in findings if found.citation.number]
    for act in corpus.documents.values():
        begins = AMENDS.match(act.title.removeprefix(act.type.label))
        if begins and (act.id in known or any(number in act.title.casefold() for number in numbers)):
            yield act


def _amending_by_events(corpus: Corpus, findings: Sequence[Finding]) -> Iterator[str]:
    for found in findings:
        if document := corpus.documents.get(found.target or ""):
            yield from (act.id for act in amending_acts(corpus, document))


def without_titles(findings: Sequence[Finding]) -> Sequence[Finding]:
    """The first alone where the next stands in its title: ``Luật số 21/2023/QH15 sửa đổi Luật Công an nhân dân``."""
    if len(findings) < 2 or findings[0].citation.kind is not CitationKind.NUMBERED:
        return findings
    title, following = findings[0].citation.title, findings[1].citation.span
    return findings[:1] if title and title.end == following.start else findings
