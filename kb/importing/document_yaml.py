"""The draft of a document's file: every field with the confidence of its reading and the place where it was read.

Confidence and place stand in comments, so that the draft is a record like any other; `kb fmt --reviewed` takes them
away once an editor has checked the fields. What was not found is ``unknown``. A cited document that the corpus does not
hold has no id, so it stands in a comment, not in `relations`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from kb.corpus.canonical import canonical
from kb.drafts import Draft
from kb.importing.read_document import Imported
from kb.importing.readings import BodyReading, FieldReading, Header, is_doubtful
from kb.importing.record_draft import RecordDraft, read_in_file, remarked
from kb.importing.relations import Proposed
from kb.importing.structure import ProvisionDraft
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.model import UNKNOWN
from kb.model.fields import as_builtins
from kb.model.vocabulary import ProvisionKind
from kb.rules.run import fix_text

LONGEST_BODY_ID = 80
"""Characters of an id that is made of the name of a body."""
_TO_WRITE = "viết bằng lời của mình; điền applies_to, duties thì thêm tên trường ấy vào facts ở witnesses"
"""What an editor who fills these in would otherwise learn from `kb check`."""
_READ_FACTS = ("number", "bodies", "place", "signer", "recipients", "title")
"""Fields of `Header` that a witness of the file may name, in the order of `facts`."""
_RECORD_FIELD = {"bodies": "issuers"}


@dataclass(frozen=True)
class Origin:
    """Where the document was read: `where` as a source names it, `checked` the ISO day."""

    where: str
    checked: str


def document_yaml(draft: Draft, imported: Imported, record_id: str, origin: Origin) -> str:
    """The canonical text of ``documents/<id>.yaml``."""
    header = imported.header
    record = RecordDraft(record_id)
    _add_heading(record, draft, header)
    record.add("summary", UNKNOWN, _TO_WRITE)
    record.add("applies_to", UNKNOWN)
    record.add("events", list(_events(header)), *_days(draft, header))
    _add_relations(record, draft, imported.relations)
    _add_provisions(record, draft, imported.pieces)
    record.witness(read_facts(header, _READ_FACTS) + ["provisions"] * bool(imported.pieces))
    record.source(origin.where, origin.checked)
    return canonical(fix_text(record.text()), "documents")[0]


def read_facts(header: Header, names: Iterable[str]) -> list[str]:
    """The record's names of those fields of the header that were found."""
    return [_RECORD_FIELD.get(name, name) for name in names if getattr(header, name)]


def value_or_unknown(read: FieldReading[str] | None) -> str:
    """The value as read, or ``unknown``."""
    return read.value if read else UNKNOWN


def body_ids(bodies: Iterable[BodyReading]) -> list[str]:
    """The corpus's ids; for a body that it does not hold, the id that its file would have. Never empty."""
    return [body.id or body_id(body.name) for body in bodies] or [UNKNOWN]


def body_id(name: str) -> str:
    """An id of the words of a name, cut at `LONGEST_BODY_ID`; ``unknown`` for a name without letters."""
    return re.sub(r"[^a-z0-9]+", "-", folded(" ".join(words_of(name))))[:LONGEST_BODY_ID].strip("-") or UNKNOWN


def reading_note(draft: Draft, confidence: float, start: int, note: str = "") -> str:
    """``tin cậy 95% · trang 1, dòng 4``: `confidence` from 0 to 1, `start` a code point of the draft."""
    doubt = " · cần xem lại" if is_doubtful(confidence) else ""
    return f"tin cậy {round(confidence * 100)}% · {draft.place(start)}{doubt}" + (f" · {note}" if note else "")


def field_note(
    draft: Draft, read: FieldReading[str] | FieldReading[PartialDate] | None, name: str, about: str = ""
) -> str:
    """The remark above a field: `about`, confidence and place; or that `name` was not found in the file."""
    if read is None:
        return f"không tìm thấy {name} trong tệp"
    return about + reading_note(draft, read.confidence, read.start, read.note)


def body_notes(draft: Draft, bodies: list[BodyReading]) -> list[str]:
    """The remarks above the issuing bodies, one a body."""
    if not bodies:
        return ["không tìm thấy cơ quan ban hành trong tệp"]
    return [f"{b.name}: {reading_note(draft, b.confidence, b.start, b.note)}" for b in bodies]


def _add_heading(record: RecordDraft, draft: Draft, header: Header) -> None:
    """Number, type, bodies, place, signer, recipients and title; place and recipients only where they were found."""
    record.add("number", value_or_unknown(header.number), field_note(draft, header.number, "số, ký hiệu"))
    record.add("type", str(header.document_type or UNKNOWN), field_note(draft, header.type, "thể loại"))
    record.add("issuers", body_ids(header.bodies), *body_notes(draft, header.bodies))
    if header.place:
        record.add("place", header.place.value, field_note(draft, header.place, ""))
    record.add("signer", value_or_unknown(header.signer), field_note(draft, header.signer, "người ký"))
    if header.recipients:
        recipients = [read.value for read in header.recipients]
        record.add("recipients", recipients, field_note(draft, header.recipients[0], ""))
    record.add("title", value_or_unknown(header.title), field_note(draft, header.title, "trích yếu"))


def _events(header: Header) -> Iterator[dict[str, Any]]:
    issued = str(header.issued.value) if header.issued else UNKNOWN
    yield {"kind": "issued", "date": issued, **read_in_file()}
    if header.in_force:
        yield {"kind": "in_force", "date": str(header.in_force.value), **read_in_file()}


def _days(draft: Draft, header: Header) -> Iterator[str]:
    yield field_note(draft, header.issued, "ngày ban hành", "ban hành: ")
    if header.in_force:
        yield field_note(draft, header.in_force, "", "có hiệu lực: ")


def _add_relations(record: RecordDraft, draft: Draft, relations: list[Proposed]) -> None:
    """The proposed relations, each under the words that say it; those that the corpus does not hold as remarks."""
    record.remark(*(_missing(draft, relation) for relation in relations if not relation.to))
    if held := [_relation(draft, relation) for relation in relations if relation.to]:
        record.add("relations", held)


def _missing(draft: Draft, relation: Proposed) -> str:
    near = f" · có phải {', '.join(relation.near)}?" if relation.near else ""
    return f"chưa có trong kho: {relation.kind} · {relation.words} · {draft.place(relation.start)}{near}"


def _relation(draft: Draft, relation: Proposed) -> Any:
    value: dict[str, Any] = {"kind": str(relation.kind), "to": relation.to}
    if relation.provisions:
        value["provision"] = "; ".join(relation.provisions)
    note = reading_note(draft, relation.confidence, relation.start)
    return remarked(value | read_in_file(), f"{relation.words} · {note}")


def _add_provisions(record: RecordDraft, draft: Draft, pieces: list[ProvisionDraft]) -> None:
    if pieces:
        record.add("provisions", [_provision(draft, piece) for piece in pieces], f"bố cục: {len(pieces)} đơn vị")


def _provision(draft: Draft, piece: ProvisionDraft) -> Any:
    """A provision; its place in the file stands above an article and above each larger part."""
    value = as_builtins(piece.provision(), defaults=False)
    small = piece.kind in (ProvisionKind.KHOAN, ProvisionKind.DIEM)
    return value if small else remarked(value, str(draft.place(piece.start)))
