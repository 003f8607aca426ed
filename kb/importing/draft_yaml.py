"""A file of an office to the YAML that an editor goes on with: which record it is, its text, what to look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.corpus.file_text import MAX_BYTES
from kb.drafts import open_draft
from kb.importing.body_yaml import body_yaml
from kb.importing.document_yaml import LOW, Origin, document_yaml
from kb.importing.plan_yaml import held_plans, is_plan, plan_yaml
from kb.importing.read import Imported, duplicates, propose_id, read_document
from kb.model import Record

__all__ = ["Drafted", "Origin", "draft_of"]


@dataclass(frozen=True)
class Drafted:
    """What an import gives: the file's name, where its record belongs, the record's YAML, what was read."""

    name: str
    folder: str
    id: str = ""
    text: str = ""
    summary: str = ""
    duplicates: Sequence[Record] = ()
    """The records that are this document already; then there is no text."""
    bodies: Sequence[tuple[str, str]] = ()
    """(id, YAML) of the bodies that issued it and that the corpus does not hold."""


def draft_of(corpus: Corpus, path: Path, origin: Origin, plan: bool | None = None) -> Drafted:
    """Read a file, as a plan or as a document where `plan` says so.

    Raises DraftUnreadable, and UnknownRecord where no id is left for it.
    """
    draft = open_draft(path)
    imported = read_document(corpus, draft)
    planned = is_plan(imported) if plan is None else plan
    folder = "plans" if planned else "documents"
    held = held_plans(corpus, draft, imported) if planned else duplicates(corpus, imported.header)
    if held:
        return Drafted(path.name, folder, duplicates=held)
    record_id = propose_id(corpus, imported.header, path.stem)
    if planned:
        text = plan_yaml(draft, imported, record_id, origin)
    else:
        text = document_yaml(corpus, draft, imported, record_id, origin)
    unheld = [body for body in imported.header.bodies if body.id is None]
    bodies = [made for body in unheld if (made := body_yaml(draft, body, origin)) and made[0] not in corpus.records]
    summary = _summary(imported, planned=planned)
    if len(text.encode()) > MAX_BYTES:
        summary += (
            f"\n  Bản nháp dài quá {MAX_BYTES // 1_000_000} MB, kho sẽ không nhận: bỏ bớt phụ lục trong provisions."
        )
    return Drafted(path.name, folder, record_id, text, summary, bodies=bodies)


def _summary(imported: Imported, *, planned: bool) -> str:
    header = imported.header
    names = {
        "số, ký hiệu": header.number,
        "thể loại": header.type if header.document_type else None,
        "ngày ban hành": header.issued,
        "cơ quan ban hành": header.bodies[0] if header.bodies else None,
        "trích yếu": header.title,
        "người ký": header.signer,
    }
    missing = [name for name, read in names.items() if read is None]
    doubtful = [name for name, read in names.items() if read and read.confidence < LOW]
    unheld = [body.name for body in header.bodies if body.id is None]
    held = sum(relation.to is not None for relation in imported.relations)
    cited = "văn bản được viện dẫn có trong kho" if planned else "quan hệ đề xuất"
    said = [
        f"  {len(imported.pieces)} đơn vị bố cục; {held} {cited}; "
        f"{len(imported.relations) - held} văn bản được viện dẫn chưa có trong kho."
    ]
    said += [f"  Không tìm thấy: {', '.join(missing)}."] if missing else []
    said += [f"  Cần xem lại: {', '.join(doubtful)}."] if doubtful else []
    said += [f"  Cơ quan chưa có trong kho, nay có bản nháp: {'; '.join(unheld)}."] if unheld else []
    return "\n".join(
        [*said, "  Bổ sung chỗ ghi unknown, xem các chú thích “# nháp:”, rồi chạy: kb fmt --reviewed TỆP; kb check"]
    )
