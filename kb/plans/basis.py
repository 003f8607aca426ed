"""The legal bases (căn cứ) of a plan or of one section as lines to paste, with warnings of what no longer holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from kb.corpus.corpus import Corpus
from kb.errors import UnknownRecord
from kb.law.amended import amendment_days
from kb.law.cite import Cited, cite
from kb.law.effect import Effect
from kb.law.rank import rank
from kb.law.successors import instead
from kb.model import Document, Plan
from kb.model.vocabulary import Status
from kb.snapshot import Snapshot

if TYPE_CHECKING:
    from kb.citation.annotate import Mention
    from kb.citation.models import Citation


@dataclass(frozen=True)
class PlanBasis:
    """A document that a plan rests on, with its effect on the day asked about."""

    document: Document
    cited: Cited
    effect: Effect
    warning: str | None
    """One Vietnamese sentence where it no longer holds, with what took its place; such a line is not pasted."""
    doubt: str | None
    """One Vietnamese sentence where it is not known whether it holds; such a line is pasted all the same."""

    @property
    def line(self) -> str:
        """The line to paste, without the mark at its end: ``Căn cứ Thông tư số …``."""
        return _line(self.cited)


def line_turns(corpus: Corpus, document: Document) -> Iterator[tuple[str, str]]:
    """The line of a document on every day: (from this ISO day, text), an empty day for the beginning."""
    yield "", _line(cite(corpus, document, date.min))
    for day in amendment_days(corpus, document):
        yield day.isoformat(), _line(cite(corpus, document, day))


def _line(cited: Cited) -> str:
    return f"Căn cứ {cited.basis}"


def find_plan(corpus: Corpus, text: str) -> tuple[Plan, str | None]:
    """The plan, and the id of its section where one is named, of ``PLAN`` or ``PLAN#SECTION``.

    A section goes by its id or its label, the only plan also by ``ke-hoach`` or without a name. Raises UnknownRecord.
    """
    name, _, section = text.partition("#")
    plan = _plan_named(corpus, name)
    return plan, _section_named(plan, section) if section else None


def _plan_named(corpus: Corpus, name: str) -> Plan:
    if name in {"", "ke-hoach"} and len(corpus.plans) == 1:
        return next(iter(corpus.plans.values()))
    if name not in corpus.plans:
        if not corpus.plans:
            raise UnknownRecord("kho chưa có kế hoạch nào")
        known = ", ".join(corpus.plans)
        missing = f"không có kế hoạch “{name[:60]}” trong kho; hiện có" if name else "hãy nêu một kế hoạch; hiện có"
        raise UnknownRecord(f"{missing}: {known}")
    return corpus.plans[name]


def _section_named(plan: Plan, name: str) -> str:
    sections = {s.id: s.id for s in plan.sections} | {s.label.lower(): s.id for s in plan.sections if s.label}
    if name.lower() not in sections:
        raise UnknownRecord(f"kế hoạch không có mục “{name[:40]}”; có: {', '.join(s.id for s in plan.sections)}")
    return sections[name.lower()]


def bases(snapshot: Snapshot, plan: Plan, section: str | None) -> list[PlanBasis]:
    """What the plan, or one section of it, cites by number, by rank and then date."""
    corpus = snapshot.corpus
    targets = dict.fromkeys(m.target for m in _mentions(snapshot, plan, section) if m.target)
    documents = sorted((corpus.documents[t] for t in targets if t in corpus.documents), key=lambda d: rank(corpus, d))
    found = []
    for document in documents:
        warning, doubt = weakness(snapshot, document), _doubt(snapshot, document)
        cited = cite(corpus, document, snapshot.day)
        found.append(PlanBasis(document, cited, snapshot.effect(document), warning, doubt))
    return found


def cited_outside(snapshot: Snapshot, plan: Plan, section: str | None) -> list[Citation]:
    """The citations by number, in the plan or one section of it, of documents that the corpus does not hold."""
    mentions = _mentions(snapshot, plan, section)
    return [m.citation for m in mentions if m.citation and m.citation.number and not m.candidates]


def _mentions(snapshot: Snapshot, plan: Plan, section: str | None) -> list[Mention]:
    wanted = {p.id for s in plan.sections if section in (None, s.id) or s.parent == section for p in s.paragraphs}
    return [mention for mention in snapshot.mentions(plan) if mention.paragraph in wanted]


def block(found: list[PlanBasis]) -> list[str]:
    """The lines to paste: of every basis that can be relied on, "Căn cứ …".

    Each ends with a semicolon and the last with a full stop (Nghị định 30/2020/NĐ-CP, Phụ lục I).
    """
    lines = [base.line for base in found if not base.warning]
    return [f"{line}{'.' if index == len(lines) else ';'}" for index, line in enumerate(lines, 1)]


def basis_json(found: list[PlanBasis]) -> dict[str, Any]:
    """The block and each basis: {"block": [line], "bases": [{"id", "line", "status", …, "warning", "doubt"}]}."""
    return {
        "block": block(found),
        "bases": [
            {
                **base.cited.as_json(),
                "line": base.line,
                "status": base.effect.status.value,
                "status_label": base.effect.status.label,
                "reason": base.effect.reason,
                "warning": base.warning,
                "doubt": base.doubt,
            }
            for base in found
        ],
    }


def beside_block(found: list[PlanBasis]) -> Iterator[str]:
    """What is said below the block: the bases left out with what replaces them, then those of unknown status."""
    in_block = [base for base in found if not base.warning]
    for heading, said in (
        ("Không đưa vào khối vì không còn dùng làm căn cứ", [base.warning for base in found if base.warning]),
        ("Có trong khối, chưa xác định được tình trạng", [base.doubt for base in found if base.doubt]),
        ("Có trong khối, viện dẫn chưa đủ", list(_lacking(in_block))),
        ("Cần xác minh trước khi viện dẫn", list(_to_verify(found))),
    ):
        if said:
            yield f"{heading} ({len(said)}):"
            yield from (f"  - {sentence}" for sentence in said)


def _lacking(found: list[PlanBasis]) -> Iterator[str]:
    for base in found:
        if base.cited.missing:
            lacked = ", ".join(base.cited.missing)
            yield f"{base.document.short_name}: chưa rõ {lacked}; kho không ghi nên không viết ra"


def _to_verify(found: list[PlanBasis]) -> Iterator[str]:
    return (f"{base.document.short_name}: {said}" for base in found for said in base.cited.doubts)


def _doubt(snapshot: Snapshot, document: Document) -> str | None:
    effect = snapshot.effect(document)
    if effect.status is not Status.UNKNOWN:
        return None
    return f"{document.short_name}: {effect.status.label.lower()} – {effect.reason}"


def weakness(snapshot: Snapshot, document: Document) -> str | None:
    """Why a document cannot be relied on as a basis on the day, with what took its place; None where it can."""
    effect = snapshot.effect(document)
    if not effect.status.is_weak_basis:
        return None
    told = instead(snapshot.corpus, document, snapshot.day)
    named = effect.event and effect.event.kind.is_ending and (effect.event.by or effect.event.by_number)
    now = told or ("" if named else "; chưa ghi nhận văn bản thay thế")
    return f"{document.short_name}: {effect.status.label.lower()} – {effect.reason}{now}"
