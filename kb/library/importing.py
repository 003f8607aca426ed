"""Imports into the library: a file a subject, only what changed since the last time, resumable at any moment."""

from __future__ import annotations

import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date

from msgspec.structs import replace

from kb.drafts.html_encoding import decoded
from kb.errors import DraftUnreadable
from kb.language.one_line import on_one_line
from kb.library.article import CodifiedArticle, Subject
from kb.library.package import CodePackage, PackageFile
from kb.library.page import CodePage, read_page
from kb.library.store import FORM, LibraryStore
from kb.library.tree import CodeTree, read_tree

Progress = Callable[[int, int], None]
"""Called with the number of subjects done and the number of all."""


@dataclass
class ImportReport:
    """What became of an import."""

    added: int = 0
    same: int = 0
    removed: int = 0
    articles: int = 0
    """Articles of what was read anew."""
    faults: list[str] = field(default_factory=list)

    def lines(self) -> Iterator[str]:
        """The report in words; faults at the end, a line each."""
        yield (
            f"{self.added + self.same} đề mục, tập văn bản: đọc mới {self.added} ({self.articles} điều), "
            f"không đổi {self.same}, bỏ {self.removed}."
        )
        yield from (f"  chưa đọc được: {on_one_line(fault)}" for fault in self.faults)


def import_code(store: LibraryStore, package: CodePackage, read: date, progress: Progress) -> ImportReport:
    """The pages of the codified law into the library. A page that is as it was is not parsed.

    A whole package takes the place of all that came from another: subjects that it does not name are removed.
    """
    report = ImportReport()
    tree = _tree(package, report)
    held = {subject.origin: (key, subject) for key, subject in store.subjects().items()}
    kept: set[str] = set()
    missing = tree.pages - {page.id for page in package.pages}
    blank = Subject("", "", "", "", read.isoformat(), FORM, whole=package.is_whole and not missing)
    for done, page in enumerate(package.pages, 1):
        key = _import_page(store, page, held.get(page.id), blank, tree, report)
        if key and key in kept:
            report.faults.append(f"{page.id}: trùng mã đề mục {key} với trang khác")
        kept.add(key)
        progress(done, len(package.pages))
    if package.is_whole:
        report.faults += [f"cây pháp điển có đề mục {page} mà gói không có trang" for page in sorted(missing)]
        _forget(
            store, [key for origin, (key, _) in held.items() if key not in kept and origin not in tree.pages], report
        )
    return report


def _forget(store: LibraryStore, keys: list[str], report: ImportReport) -> None:
    """Delete the subjects of the codified law that a whole package no longer has."""
    subjects = store.subjects()
    for key in keys:
        if key in subjects and subjects[key].is_code:
            store.forget(key)
            report.removed += 1


def _tree(package: CodePackage, report: ImportReport) -> CodeTree:
    try:
        return read_tree(package.tree.read()) if package.tree else CodeTree()
    except DraftUnreadable as error:
        report.faults.append(f"cây pháp điển {error}")
        return CodeTree()


def _import_page(
    store: LibraryStore,
    page: PackageFile,
    held: tuple[str, Subject] | None,
    blank: Subject,
    tree: CodeTree,
    report: ImportReport,
) -> str:
    """The key under which a page stands, which is read only where it changed; empty where it could not be read."""
    data = page.read()
    mark = f"{FORM}-{int(blank.whole)}-{len(data)}-{zlib.crc32(data):08x}"
    if held and held[1].mark == mark:
        report.same += 1
        return held[0]
    return _write(store, page, data, replace(blank, origin=page.id, mark=mark), tree, report)


def _write(
    store: LibraryStore, page: PackageFile, data: bytes, subject: Subject, tree: CodeTree, report: ImportReport
) -> str:
    """Read a page and write its subject; the key under which it stands, empty where it could not be read."""
    try:
        found = read_page(decoded(data))
    except DraftUnreadable as error:
        report.faults.append(f"{page.id}: {error}")
        return ""
    report.faults += [f"{page.id}: {fault}" for fault in (*found.faults, *_left_out(found, tree.anchors.get(page.id)))]
    if not found.code:
        report.faults.append(f"{page.id}: không phải trang đề mục")
        return ""
    topic = tree.topics.get(page.id, "")
    store.write(found.code, replace(subject, code=found.code, name=found.name, topic=topic), found.articles)
    report.added += 1
    report.articles += len(found.articles)
    return found.code


def _left_out(page: CodePage, anchors: set[str] | None) -> list[str]:
    """What the tree names and the page does not hold, where the two name articles alike at all."""
    held = {article.id for article in page.articles}
    if not anchors or not held & anchors:
        return []
    missing = anchors - held - page.parts
    return [f"cây pháp điển có {len(missing)} mã mà trang không có"] if missing else []


def import_articles(
    store: LibraryStore, key: str, subject: Subject, articles: list[CodifiedArticle], report: ImportReport
) -> None:
    """A subject that comes from another form; unchanged ones are left alone."""
    held = store.subjects().get(key)
    if held and held.mark == subject.mark:
        report.same += 1
        return
    store.write(key, subject, articles)
    report.added += 1
    report.articles += len(articles)
