"""A plan of an office as the draft of its file: its text to the letter in sections, what its header says beside it."""

from __future__ import annotations

import hashlib
import re
from datetime import date
from typing import Any

from kb.citation.dates import typed_date
from kb.citation.find import find
from kb.corpus.canonical import canonical, dump
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.document_yaml import Origin, bodies_told, body_ids, told
from kb.importing.fields import Header
from kb.importing.plan_sections import SectionDraft, sections
from kb.importing.read import Imported
from kb.importing.remarks import remark
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
    """The draft of ``plans/<id>.yaml``, canonical."""
    header = imported.header
    parts, space = sections(draft, header)
    text = "".join(p.before + p.text for part in parts for p in part.paragraphs) + space
    year = _year(header, draft)
    known = [
        name
        for name in ("title", "issuers", "signer")
        if (header.bodies if name == "issuers" else getattr(header, name))
    ]
    fields: list[tuple[str, dict[str, Any]]] = [
        ("", {"id": record_id}),
        (told(draft, header.number, "số, ký hiệu"), {"number": header.number.value if header.number else UNKNOWN}),
        (told(draft, header.title, "tên kế hoạch"), {"title": header.title.value if header.title else UNKNOWN}),
        (bodies_told(draft, header.bodies), {"issuers": body_ids(header.bodies) or [UNKNOWN]}),
        (told(draft, header.signer, "người ký"), {"signer": header.signer.value if header.signer else UNKNOWN}),
        ("", {"year": year}),
        (told(draft, header.issued, "ngày ban hành"), {"dated": _window(header, draft, year)}),
        ("", {"seed_sha256": hashlib.sha256(text.encode()).hexdigest(), "summary": UNKNOWN}),
        (remark(f"bố cục: {len(parts)} mục"), {}),
        (_sections(draft, parts), {}),
        ("", {"ending": space} if space else {}),
        ("", {"witnesses": [{"facts": known, "sure": "read", "sources": ["s1"]}]} if known else {}),
        ("", {"sources": [{"id": "s1", "where": origin.where, "checked": origin.checked}]}),
    ]
    written = "".join(comment + (dump(value) if value else "") for comment, value in fields)
    return canonical(written, "plans")[0]


def _sections(draft: Draft, parts: list[SectionDraft]) -> str:
    """The sections, each under the place where it begins in the file."""
    items = (
        "  " + remark(str(draft.place(part.start))) + dump({"sections": [_section(part)]}).removeprefix("sections:\n")
        for part in parts
    )
    return "sections:\n" + "".join(items)


def _section(part: SectionDraft) -> dict[str, Any]:
    parent = {"parent": part.parent.id} if part.parent else {}
    paragraphs = [as_builtins(paragraph, defaults=False) for paragraph in part.paragraphs]
    return {"id": part.id, "label": part.label, **parent, "paragraphs": paragraphs}


def _year(header: Header, draft: Draft) -> str:
    if header.issued:
        return header.issued.value.year
    named = _YEAR.findall(header.title.value) if header.title else []
    cited = [day.year for day in _cited_days(draft)]
    return max(named or cited, default=UNKNOWN)


def _window(header: Header, draft: Draft, year: str) -> dict[str, Any]:
    """The day of issue; where it is not told, from the latest document cited to the end of the plan's year."""
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
