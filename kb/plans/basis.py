"""The căn cứ block of a plan or of one section, ready to paste, and what no longer holds in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kb.citation.annotate import Mention, annotate_plan
from kb.corpus.corpus import Corpus
from kb.errors import UnknownRecord
from kb.law.cite import Cited, cite, cite_name
from kb.law.effect import Effect, status_on
from kb.law.rank import rank
from kb.law.successors import instead
from kb.model import Document, Plan
from kb.model.vocabulary import Status

LAPSED = frozenset({Status.ENDED, Status.SUSPENDED, Status.PHASE_OVER, Status.CONCLUDED, Status.NOT_YET})


@dataclass(frozen=True)
class PlanBasis:
    """A document that a plan rests on, with its effect on the day asked about."""

    document: Document
    cited: Cited
    effect: Effect
    warning: str | None
    """One Vietnamese sentence where it no longer holds, with what took its place."""


def find_plan(corpus: Corpus, text: str) -> tuple[Plan, str | None]:
    """``PLAN`` or ``PLAN#SECTION``; the only plan may go by ``#SECTION`` or ``ke-hoach``. Raises UnknownRecord."""
    name, _, section = text.partition("#")
    plans = list(corpus.plans.values())
    only = plans[0] if len(plans) == 1 else None
    plan = corpus.plans.get(name) or (only if name in {"", "ke-hoach"} else None)
    if plan is None:
        known = ", ".join(corpus.plans) or "chưa có kế hoạch nào"
        raise UnknownRecord(f"không có kế hoạch “{name[:60]}” trong kho; hiện có: {known}")
    sections = {s.id: s.id for s in plan.sections} | {s.label.lower(): s.id for s in plan.sections if s.label}
    if section and section.lower() not in sections:
        raise UnknownRecord(f"kế hoạch không có mục “{section[:40]}”; có: {', '.join(s.id for s in plan.sections)}")
    return plan, sections[section.lower()] if section else None


def bases(
    corpus: Corpus, plan: Plan, section: str | None, day: date, mentions: list[Mention] | None = None
) -> list[PlanBasis]:
    """What the plan, or one section of it, cites by number, by rank and then date.

    `mentions` are those of the plan, where the caller has them already.
    """
    wanted = {p.id for s in plan.sections if section in (None, s.id) or s.parent == section for p in s.paragraphs}
    targets = dict.fromkeys(
        mention.target
        for mention in (annotate_plan(corpus, plan) if mentions is None else mentions)
        if mention.paragraph in wanted and mention.target
    )
    documents = sorted((corpus.documents[t] for t in targets if t in corpus.documents), key=lambda d: rank(corpus, d))
    found = []
    for document in documents:
        effect = status_on(corpus, document, day)
        found.append(PlanBasis(document, cite(corpus, document), effect, _warning(corpus, document, effect, day)))
    return found


def block(found: list[PlanBasis]) -> list[str]:
    """The lines: "Căn cứ …", each ended by a semicolon and the last by a full stop (Nghị định 30/2020, Phụ lục I)."""
    ends = [";"] * (len(found) - 1) + ["."]
    return [f"Căn cứ {base.cited.full}{end}" for base, end in zip(found, ends, strict=False)]


def _warning(corpus: Corpus, document: Document, effect: Effect, day: date) -> str | None:
    if effect.status not in LAPSED:
        return None
    return f"{cite_name(document)}: {effect.status.label.lower()} ({effect.reason}){instead(corpus, document, day)}"
