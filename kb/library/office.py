"""A folder of office files (.docx, .pdf, .md and what `kb import` reads) into the library: a file a document."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.drafts import open_draft
from kb.drafts.kinds import BINARY_SUFFIXES, PAGE_SUFFIXES
from kb.errors import DraftUnreadable
from kb.importing.read_document import Imported, read_document
from kb.importing.structure import ProvisionDraft
from kb.language.fold import folded
from kb.library.article import ArticleSource, CodifiedArticle, Subject
from kb.library.importing import ImportReport, Progress, import_articles
from kb.library.store import FORM, LibraryStore
from kb.model.vocabulary import ProvisionKind
from kb.register.columns import plain

_SUFFIXES = BINARY_SUFFIXES | PAGE_SUFFIXES | {".md", ".txt"}
_ABOVE = (ProvisionKind.PHAN, ProvisionKind.CHUONG, ProvisionKind.MUC, ProvisionKind.TIEU_MUC)
_SIGNS = {ProvisionKind.KHOAN: ".", ProvisionKind.DIEM: ")"}


def office_files(path: Path) -> list[Path]:
    """The files of a folder that may be documents, by name, or the one file that is named."""
    found = path.iterdir() if path.is_dir() else [path]
    return sorted(one for one in found if one.suffix.lower() in _SUFFIXES and one.is_file())


def unread_folders(path: Path) -> list[str]:
    """A line for each folder within the one that is named: its files are not read, and that is told."""
    folders = sorted(one.name for one in path.iterdir() if one.is_dir()) if path.is_dir() else []
    return [f"thư mục con “{name}”: nhập riêng thư mục ấy" for name in folders if not name.startswith(".")]


def import_office(
    store: LibraryStore, corpus: Corpus, files: list[Path], read: date, progress: Progress
) -> ImportReport:
    """The articles of each file into the library; files that are as they were are not read."""
    report = ImportReport()
    held = {subject.origin: subject.mark for subject in store.subjects().values()}
    taken: dict[str, str] = {}
    for done, path in enumerate(files, 1):
        data = path.read_bytes()
        mark = f"{FORM}-{len(data)}-{zlib.crc32(data):08x}"
        if held.get(path.name) == mark:
            report.same += 1
        else:
            _import_file(store, corpus, path, Subject("", "", path.name, mark, read.isoformat(), FORM), taken, report)
        progress(done, len(files))
    return report


def _import_file(
    store: LibraryStore, corpus: Corpus, path: Path, subject: Subject, taken: dict[str, str], report: ImportReport
) -> None:
    """Read one file; `taken` are the keys of those read before it, with their names: two provinces share numbers."""
    from msgspec.structs import replace

    try:
        draft = open_draft(path)
        found = read_document(corpus, draft)
    except DraftUnreadable as error:
        report.faults.append(str(error))
        return
    source = _source(found)
    articles = list(_articles(found.pieces, source))
    if not (articles and source.number and source.issued):
        report.faults.append(f"“{path.name}”: không đọc được số, ngày hoặc điều nào")
        return
    report.faults += [f"“{path.name}”: {line}" for line in draft.unread]
    key = f"van-ban-{plain(folded(f'{source.type} {source.number} {source.issued}')).replace('_', '-')[:80]}"
    if key in taken:
        report.faults.append(f"“{path.name}”: cùng loại, số và ngày với “{taken[key]}”, chỉ giữ tệp ấy")
        return
    taken[key] = path.name
    subject = replace(subject, name=source.name, witness=f"tệp {path.name}")
    import_articles(store, key, subject, articles, report)


def _source(found: Imported) -> ArticleSource:
    header = found.header
    issued = header.issued.value if header.issued and header.issued.value.is_day else None
    force = header.in_force.value if header.in_force and header.in_force.value.is_day else None
    return ArticleSource(
        type=header.type.value if header.type else "",
        number=header.number.value if header.number else "",
        title=header.title.value if header.title else "",
        issued=str(issued or ""),
        issuer=" và ".join(body.name for body in header.bodies),
        in_force=str(force or ""),
    )


def _articles(pieces: list[ProvisionDraft], source: ArticleSource) -> Iterator[CodifiedArticle]:
    """The articles of the document itself, each with its clauses and points; what is attached to it is left out."""
    from msgspec.structs import replace

    above: dict[ProvisionKind, tuple[str, ...]] = {}
    article: CodifiedArticle | None = None
    for piece in pieces:
        if piece.kind is ProvisionKind.PHU_LUC:
            break
        if piece.kind in _ABOVE:
            order = _ABOVE.index(piece.kind)
            above = {kind: words for kind, words in above.items() if _ABOVE.index(kind) < order}
            above[piece.kind] = tuple(filter(None, (f"{piece.kind.label} {piece.number}", piece.heading)))
        elif piece.kind is ProvisionKind.DIEU:
            if article:
                yield article
            identity = f"{source.number}#dieu-{piece.number}"
            chapter = tuple(part for words in above.values() for part in words)
            own = replace(source, article=piece.number)
            text = "\n".join(piece.text)
            article = CodifiedArticle(identity, piece.heading, text, chapter=chapter, source=own)
        elif article:
            article = replace(article, text="\n".join(filter(None, (article.text, _words(piece)))))
    if article:
        yield article


def _words(piece: ProvisionDraft) -> str:
    """A clause or a point with its mark in front, as it stands in a text."""
    lines = [line for line in (piece.heading, *piece.text) if line]
    mark = f"{piece.number}{_SIGNS.get(piece.kind, '')} " if piece.number else ""
    return mark + "\n".join(lines)
