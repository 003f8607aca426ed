"""A file of an office as the YAML with which an editor goes on: which record it is, its text, what to look at."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.corpus.file_text import MAX_BYTES
from kb.drafts import Draft, open_draft
from kb.importing.body_yaml import body_yaml
from kb.importing.document_yaml import Origin, document_yaml
from kb.importing.identity import header_duplicates, propose_id
from kb.importing.plan_yaml import held_plans, is_plan, plan_yaml
from kb.importing.read_document import Imported, read_document
from kb.importing.readings import BodyReading, FieldReading, Header, is_doubtful
from kb.language.dates import PartialDate
from kb.model import Record

__all__ = ["Drafted", "Origin", "draft_of", "drafted"]


@dataclass(frozen=True)
class Drafted:
    """What an import gives: the file's name, the folder and id of its record, the YAML, a summary for its editor."""

    name: str
    folder: str
    id: str = ""
    text: str = ""
    summary: str = ""
    duplicates: Sequence[Record] = ()
    """The records that are this document already; id, text and summary are then empty."""
    bodies: Sequence[tuple[str, str]] = ()
    """(id, YAML) of the bodies that issued it and that the corpus does not hold."""
    unread: Sequence[str] = ()
    """What the file holds besides, a line each."""


def draft_of(corpus: Corpus, path: Path, origin: Origin, plan: bool | None = None) -> Drafted:
    """Read a file, as a plan or as a document where `plan` says so.

    Raises DraftUnreadable, and UnknownRecord where no id is left for it.
    """
    return drafted(corpus, open_draft(path), path.name, origin, plan)


def drafted(corpus: Corpus, opened: Draft, name: str, origin: Origin, plan: bool | None = None) -> Drafted:
    """The record of what was read from a file of this name. Raises UnknownRecord where no id is left for it."""
    draft = opened.own()
    imported = read_document(corpus, draft)
    planned = is_plan(imported) if plan is None else plan
    folder = "plans" if planned else "documents"
    held = held_plans(corpus, draft, imported) if planned else header_duplicates(corpus, imported.header)
    if held:
        return Drafted(name, folder, duplicates=held)
    record_id = propose_id(corpus, imported.header, Path(name).stem)
    text = (plan_yaml if planned else document_yaml)(draft, imported, record_id, origin)
    unheld = [body for body in imported.header.bodies if body.id is None]
    bodies = [made for body in unheld if (made := body_yaml(draft, body, origin)) and made[0] not in corpus.records]
    summary = "\n".join([_summary(imported, planned=planned), *_not_read(draft), *_too_long(text)])
    return Drafted(name, folder, record_id, text, summary, bodies=bodies, unread=draft.unread)


def _not_read(draft: Draft) -> list[str]:
    """Lines of the summary for what the file holds besides."""
    return [f"  Chưa đọc được: {line}." for line in draft.unread]


def _too_long(text: str) -> list[str]:
    """A line of the summary where the corpus would refuse a file of this text."""
    if len(text.encode()) <= MAX_BYTES:
        return []
    return [f"  Bản nháp dài quá {MAX_BYTES // 1_000_000} MB, kho sẽ không nhận: bỏ bớt phụ lục trong provisions."]


def _summary(imported: Imported, *, planned: bool) -> str:
    """What was read and what was not, a line each, indented by two blanks."""
    fields = _fields(imported.header)
    unheld = (body.name for body in imported.header.bodies if body.id is None)
    lines = [
        _counts(imported, planned=planned),
        *_listed("Không tìm thấy", ", ", (name for name, read in fields if read is None)),
        *_listed("Cần xem lại", ", ", (name for name, read in fields if read and is_doubtful(read.confidence))),
        *_listed("Cơ quan chưa có trong kho, nay có bản nháp", "; ", unheld),
        "Bổ sung chỗ ghi unknown, xem các chú thích “# nháp:”, rồi chạy: kb fmt --reviewed TỆP; kb check",
    ]
    return "\n".join(f"  {line}" for line in lines)


def _fields(header: Header) -> list[tuple[str, FieldReading[str] | FieldReading[PartialDate] | BodyReading | None]]:
    """The fields of which the summary speaks, by their names."""
    return [
        ("số, ký hiệu", header.number),
        ("thể loại", header.type if header.document_type else None),
        ("ngày ban hành", header.issued),
        ("cơ quan ban hành", header.bodies[0] if header.bodies else None),
        ("trích yếu", header.title),
        ("người ký", header.signer),
    ]


def _counts(imported: Imported, *, planned: bool) -> str:
    held = sum(relation.to is not None for relation in imported.relations)
    cited = "văn bản được viện dẫn có trong kho" if planned else "quan hệ đề xuất"
    missing = len(imported.relations) - held
    return f"{len(imported.pieces)} đơn vị bố cục; {held} {cited}; {missing} văn bản được viện dẫn chưa có trong kho."


def _listed(label: str, separator: str, names: Iterable[str]) -> list[str]:
    """One line, or none where there are no names."""
    joined = separator.join(names)
    return [f"{label}: {joined}."] if joined else []
