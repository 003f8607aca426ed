"""The draft of a plan's file: its text to the letter in sections, and the fields that its header gives."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any

from kb.citation.dates import typed_date
from kb.citation.find import find
from kb.corpus.canonical import canonical
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.document_yaml import Origin, body_ids, body_notes, field_note, read_facts, value_or_unknown
from kb.importing.plan_sections import SectionDraft, sections
from kb.importing.read_document import Imported
from kb.importing.readings import Header
from kb.importing.record_draft import RecordDraft, remarked
from kb.language.dates import PartialDate
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Plan
from kb.model.fields import as_builtins
from kb.model.vocabulary import DocumentType, ProvisionKind

_YEAR = re.compile(r"năm\s+(20\d\d)(?!\d)")


def is_plan(imported: Imported) -> bool:
    """Whether the file is a plan that has no number yet, in parts I, 1, a: what an office works on itself."""
    roman = any(piece.kind is ProvisionKind.MUC for piece in imported.pieces)
    return imported.header.document_type is DocumentType.KE_HOACH and imported.header.number is None and roman


def held_plans(corpus: Corpus, draft: Draft, imported: Imported) -> list[Plan]:
    """Plans of the corpus that are this one: the same words, or the same title of the same year."""
    words, title = draft.text.split(), imported.header.title
    year = _year(imported.header, draft)
    return [
        plan
        for plan in corpus.plans.values()
        if plan.text.split() == words or (title and plan.year == year and words_of(plan.title) == words_of(title.value))
    ]


def plan_yaml(draft: Draft, imported: Imported, record_id: str, origin: Origin) -> str:
    """The canonical text of ``plans/<id>.yaml``."""
    header = imported.header
    parts, space = sections(draft, header)
    record = RecordDraft(record_id)
    _add_heading(record, draft, header)
    record.add("seed_sha256", _sha256(parts, space))
    record.add("summary", UNKNOWN)
    record.add("sections", [_section(draft, part) for part in parts] or None, f"bố cục: {len(parts)} mục")
    if space:
        record.add("ending", space)
    record.witness(read_facts(header, ("title", "bodies", "signer")))
    record.source(origin.where, origin.checked)
    return canonical(record.text(), "plans")[0]


def _add_heading(record: RecordDraft, draft: Draft, header: Header) -> None:
    """Number, title, bodies, signer, year and the days between which the plan was issued."""
    year = _year(header, draft)
    record.add("number", value_or_unknown(header.number), field_note(draft, header.number, "số, ký hiệu"))
    record.add("title", value_or_unknown(header.title), field_note(draft, header.title, "tên kế hoạch"))
    record.add("issuers", body_ids(header.bodies), *body_notes(draft, header.bodies))
    record.add("signer", value_or_unknown(header.signer), field_note(draft, header.signer, "người ký"))
    record.add("year", year)
    record.add("dated", _window(header, draft, year), field_note(draft, header.issued, "ngày ban hành"))


def _sha256(parts: list[SectionDraft], space: str) -> str:
    """The digest of the plan's whole text, by which a rule sees that no letter of it was changed."""
    text = "".join(p.before + p.text for part in parts for p in part.paragraphs) + space
    return hashlib.sha256(text.encode()).hexdigest()


def _section(draft: Draft, part: SectionDraft) -> Any:
    """A section under the place where it begins in the file."""
    parent = {"parent": part.parent.id} if part.parent else {}
    paragraphs = [as_builtins(paragraph, defaults=False) for paragraph in part.paragraphs]
    value = {"id": part.id, "label": part.label, **parent, "paragraphs": paragraphs}
    return remarked(value, str(draft.place(part.start)))


def _year(header: Header, draft: Draft) -> str:
    if header.issued:
        return header.issued.value.year
    named = _YEAR.findall(header.title.value) if header.title else []
    cited = [day.year for day in _cited_days(draft)]
    return max(named or cited, default=UNKNOWN)


def _window(header: Header, draft: Draft, year: str) -> dict[str, Any]:
    """The day of issue; where the plan has none, from the latest document cited to the end of the plan's year."""
    if header.issued and header.issued.value.is_day:
        day = str(header.issued.value)
        return {"earliest": day, "latest": day, "sure": "read", "sources": ["s1"]}
    last = f"{year}-12-31"
    cited = [day for day in _cited_days(draft) if day.year <= year]
    first = str(cited[-1]) if cited else f"{year}-01-01"
    note = "không sớm hơn văn bản mới nhất được viện dẫn; chưa rõ ngày"
    return {"earliest": first, "latest": last, "sure": "inferred", "sources": ["s1"], "note": note}


def _cited_days(draft: Draft) -> list[PartialDate]:
    """The days typed in citations, the latest last."""
    days = [day for citation in find(draft.text) if (day := typed_date(citation))]
    return sorted(day for day in days if 1945 < day.first_day.year <= date.today().year)
