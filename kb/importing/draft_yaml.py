"""A file of an office to the YAML that an editor goes on with: which record it is, its text, what to look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from kb.corpus import Corpus
from kb.describe import describe
from kb.draft import open_draft
from kb.importing.document_yaml import LOW, Origin, document_yaml
from kb.importing.read import Imported, duplicates, propose_id, read_document

__all__ = ["Draft", "Origin", "draft_of"]


@dataclass(frozen=True)
class Draft:
    """What an import gives: files as (folder, id, text), and one line on what was read."""

    name: str
    files: list[tuple[str, str, str]] = field(default_factory=list)
    summary: str = ""
    duplicates: list[str] = field(default_factory=list)
    """The records that are this document already, in words; then there are no files."""

    @property
    def text(self) -> str:
        return "---\n".join(text for _, _, text in self.files)


def draft_of(corpus: Corpus, path: Path, origin: Origin, plan: bool | None = None) -> Draft:
    """Read a file. Raises DraftUnreadable, UnknownRecord where no id is left for it."""
    draft = open_draft(path)
    imported = read_document(corpus, draft)
    held = duplicates(corpus, imported.header)
    if held:
        return Draft(path.name, duplicates=["\n".join(describe(corpus, one, date.today())) for one in held])
    record_id = propose_id(corpus, imported.header, path.stem)
    text = document_yaml(corpus, draft, imported, record_id, origin)
    return Draft(path.name, [("documents", record_id, text)], _summary(imported))


def _summary(imported: Imported) -> str:
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
    said = [
        f"  {len(imported.pieces)} đơn vị bố cục, {held} quan hệ, "
        f"{len(imported.relations) - held} văn bản được viện dẫn chưa có trong kho."
    ]
    said += [f"  Không tìm thấy: {', '.join(missing)}."] if missing else []
    said += [f"  Cần xem lại: {', '.join(doubtful)}."] if doubtful else []
    said += [f"  Cơ quan chưa có trong kho: {'; '.join(unheld)}."] if unheld else []
    return "\n".join([*said, "  Bổ sung chỗ ghi unknown, xóa chú thích đã xem, rồi chạy: kb check"])
