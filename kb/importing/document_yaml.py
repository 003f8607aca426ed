"""A document that was read as the draft of its file: every field with its confidence and the line it was read on.

Confidence and place stand in comments, so that the record itself is a record like any other, and an editor who has
checked a field takes its comment away. What was not found is ``unknown``; what the corpus does not hold is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kb.corpus.canonical import canonical, dump
from kb.corpus.corpus import Corpus
from kb.drafts import Draft
from kb.importing.fields import BodyRead, DateRead, Read
from kb.importing.read import Imported
from kb.importing.relations import Proposed
from kb.importing.remarks import remark
from kb.importing.structure import ProvisionDraft
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.model import UNKNOWN
from kb.model.fields import as_builtins
from kb.model.vocabulary import ProvisionKind
from kb.rules.run import fix_text

LOW = 0.7
"""Below this a reading is marked as one to be looked at."""
_TO_WRITE = "viết bằng lời của mình; điền applies_to, duties thì thêm tên trường ấy vào facts ở witnesses"
"""What an editor who fills these in would otherwise learn from the check."""


@dataclass(frozen=True)
class Origin:
    """Where the document was read: `where` as a source names it, `checked` the ISO day."""

    where: str
    checked: str


def document_yaml(corpus: Corpus, draft: Draft, imported: Imported, record_id: str, origin: Origin) -> str:
    """The draft of ``documents/<id>.yaml``, canonical."""
    header = imported.header
    fields: list[tuple[str, dict[str, Any]]] = [
        ("", {"id": record_id}),
        (told(draft, header.number, "số, ký hiệu"), {"number": header.number.value if header.number else UNKNOWN}),
        (told(draft, header.type, "thể loại"), {"type": str(header.document_type or UNKNOWN)}),
        (bodies_told(draft, header.bodies), {"issuers": body_ids(header.bodies) or [UNKNOWN]}),
        *_optional(draft, header.place, "place"),
        (told(draft, header.signer, "người ký"), {"signer": header.signer.value if header.signer else UNKNOWN}),
        *_recipients(draft, header.recipients),
        (told(draft, header.title, "trích yếu"), {"title": header.title.value if header.title else UNKNOWN}),
        (remark(_TO_WRITE), {"summary": UNKNOWN, "applies_to": UNKNOWN}),
        (_days(draft, header.issued, header.in_force), {"events": list(_events(header.issued, header.in_force))}),
    ]
    text = "".join(comment + dump(value) for comment, value in fields)
    text += _relations(draft, imported.relations) + _provisions(draft, imported.pieces)
    facts = ["number", "issuers", "place", "signer", "recipients", "title", "provisions"]
    read = [header.number, header.bodies, header.place, header.signer, header.recipients, header.title, imported.pieces]
    known = [fact for fact, value in zip(facts, read, strict=True) if value]
    witnesses = {"witnesses": [{"facts": known, **_seen()}]} if known else {}
    source = {"sources": [{"id": "s1", "where": origin.where, "checked": origin.checked}]}
    text += dump({**witnesses, **source})
    return canonical(fix_text(text), "documents")[0]


def body_ids(bodies: Iterable[BodyRead]) -> list[str]:
    """The corpus's ids; for a body that it does not hold, the id that its file would have."""
    return [body.id or body_id(body.name) for body in bodies]


def body_id(name: str) -> str:
    """An id of the words of a name, of at most 80 characters."""
    return re.sub(r"[^a-z0-9]+", "-", folded(" ".join(words_of(name))))[:80].strip("-") or UNKNOWN


def place_and_doubt(draft: Draft, confidence: float, start: int, note: str = "") -> str:
    """``tin cậy 95% · trang 1, dòng 4``."""
    doubt = " · cần xem lại" if confidence < LOW else ""
    return f"tin cậy {round(confidence * 100)}% · {draft.place(start)}{doubt}" + (f" · {note}" if note else "")


def _seen() -> dict[str, Any]:
    return {"sure": "read", "sources": ["s1"]}


def told(draft: Draft, read: Read | DateRead | None, name: str, about: str = "") -> str:
    """The comment above a field: how sure and where, or that `name` was not found; what it is `about` in front."""
    if read is None:
        return remark(f"không tìm thấy {name} trong tệp")
    return remark(about + place_and_doubt(draft, read.confidence, read.start, read.note))


def _optional(draft: Draft, read: Read | None, field: str) -> Iterator[tuple[str, dict[str, Any]]]:
    if read:
        yield told(draft, read, ""), {field: read.value}


def _recipients(draft: Draft, read: list[Read]) -> Iterator[tuple[str, dict[str, Any]]]:
    if read:
        yield told(draft, read[0], ""), {"recipients": [item.value for item in read]}


def bodies_told(draft: Draft, bodies: list[BodyRead]) -> str:
    """The comments above the issuing bodies."""
    if not bodies:
        return remark("không tìm thấy cơ quan ban hành trong tệp")
    lines = (f"{b.name}: {place_and_doubt(draft, b.confidence, b.start, b.note)}" for b in bodies)
    return "".join(map(remark, lines))


def _events(issued: DateRead | None, in_force: DateRead | None) -> Iterator[dict[str, Any]]:
    yield {"kind": "issued", "date": str(issued.value) if issued else UNKNOWN, **_seen()}
    if in_force:
        yield {"kind": "in_force", "date": str(in_force.value), **_seen()}


def _days(draft: Draft, issued: DateRead | None, in_force: DateRead | None) -> str:
    text = told(draft, issued, "ngày ban hành", "ban hành: ")
    return text + (told(draft, in_force, "", "có hiệu lực: ") if in_force else "")


def _relations(draft: Draft, relations: list[Proposed]) -> str:
    """The proposed relations, each under the words that say it; those that the corpus does not hold as comments."""
    held = [relation for relation in relations if relation.to]
    text = "".join(_one(draft, relation) for relation in held)
    missing = [
        f"chưa có trong kho: {relation.kind} · {relation.words} · {draft.place(relation.start)}"
        + (f" · có phải {', '.join(relation.near)}?" if relation.near else "")
        for relation in relations
        if not relation.to
    ]
    return "".join(map(remark, missing)) + ("relations:\n" + text if text else "")


def _one(draft: Draft, relation: Proposed) -> str:
    value: dict[str, Any] = {"kind": str(relation.kind), "to": relation.to}
    if relation.provisions:
        value["provision"] = "; ".join(relation.provisions)
    told = f"{relation.words} · {place_and_doubt(draft, relation.confidence, relation.start)}"
    return "  " + remark(told) + dump({"relations": [value | _seen()]}).removeprefix("relations:\n")


def _provisions(draft: Draft, pieces: list[ProvisionDraft]) -> str:
    """The provisions; the place in the file stands above each article and each larger part."""
    if not pieces:
        return ""
    text = ""
    for piece in pieces:
        value = as_builtins(piece.provision(), defaults=False)
        if piece.kind not in (ProvisionKind.KHOAN, ProvisionKind.DIEM):
            text += "  " + remark(str(draft.place(piece.start)))
        text += dump({"provisions": [value]}).removeprefix("provisions:\n")
    return remark(f"bố cục: {len(pieces)} đơn vị") + "provisions:\n" + text
