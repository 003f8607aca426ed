"""Imports into the library: a file a subject, only what changed since the last time, resumable at any moment."""

from __future__ import annotations

import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from itertools import islice

from msgspec.structs import replace

from kb.drafts.html_encoding import decoded
from kb.errors import DraftUnreadable
from kb.language.one_line import on_one_line
from kb.library.article import CodifiedArticle, Subject
from kb.library.package import CodePackage, PackageFile
from kb.library.page import CodePage, read_page
from kb.library.store import FORM, LibraryStore
from kb.library.tree import CodeTree, read_tree

MOST_FAULTS = 50
"""Faults that are told one by one: a page that is no page may have a million."""
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
        """The report in words; faults at the end, a line each, the same ones counted."""
        yield (
            f"{self.added + self.same} đề mục, tập văn bản: đọc mới {self.added} ({self.articles} điều), "
            f"không đổi {self.same}, bỏ {self.removed}."
        )
        counted = Counter(on_one_line(fault) for fault in self.faults)
        for fault, times in islice(counted.items(), MOST_FAULTS):
            yield f"  chưa đọc được: {fault}{f' ({times} lần)' if times > 1 else ''}"
        if len(counted) > MOST_FAULTS:
            yield f"  và {len(counted) - MOST_FAULTS} điều khác chưa đọc được"


def import_code(store: LibraryStore, package: CodePackage, read: date, progress: Progress) -> ImportReport:
    """The pages of the codified law into the library. A page that is as it was is not parsed.

    A whole package takes the place of all that came from another: subjects that it does not name are removed. Whole is
    one whose tree names pages; what comes with a broken tree is read as single pages are.
    """
    report = ImportReport()
    tree = _tree(package, report)
    held = {subject.origin: (key, subject) for key, subject in store.subjects().items()}
    kept: set[str] = set()
    missing = tree.pages - {page.id for page in package.pages}
    blank = Subject("", "", "", "", read.isoformat(), FORM, whole=bool(tree.pages) and not missing)
    for done, page in enumerate(package.pages, 1):
        kept.add(_import_page(store, page, held.get(page.id), kept, blank, tree, report))
        progress(done, len(package.pages))
    if tree.pages:
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
    """The tree of a package; empty where it has none, or one that cannot be read, which is told."""
    try:
        tree = read_tree(package.tree.read()) if package.tree else CodeTree()
    except DraftUnreadable as error:
        report.faults.append(f"cây pháp điển {error}")
        return CodeTree()
    if package.tree and not tree.pages:
        report.faults.append("cây pháp điển không nêu đề mục nào: chỉ nhập các trang, không bỏ đề mục đã có")
    return tree


def _import_page(
    store: LibraryStore,
    page: PackageFile,
    held: tuple[str, Subject] | None,
    kept: set[str],
    blank: Subject,
    tree: CodeTree,
    report: ImportReport,
) -> str:
    """The key under which a page stands, which is read only where it changed; empty where it could not be read."""
    data = page.read()
    mark = f"{FORM}-{int(blank.whole)}-{len(data)}-{zlib.crc32(data):08x}"
    if held and held[1].mark == mark and held[0] not in kept:
        report.same += 1
        return held[0]
    try:
        found = read_page(decoded(data))
        if fault := _why_no_subject(found, kept):
            raise DraftUnreadable(fault)
    except DraftUnreadable as error:
        report.faults.append(f"{page.id}: {error}")
        return ""
    return _write(store, found, replace(blank, origin=page.id, mark=mark), tree, report)


def _why_no_subject(page: CodePage, kept: set[str]) -> str:
    """Why a page may not take the place of what the library holds; empty where it may."""
    if not page.code:
        return "không phải trang đề mục"
    if page.is_cut:
        return "trang bị cắt cụt, hãy tải lại"
    return f"trùng mã đề mục {page.code} với trang khác" if page.code in kept else ""


def _write(store: LibraryStore, found: CodePage, subject: Subject, tree: CodeTree, report: ImportReport) -> str:
    """Write the subject of a page; the key under which it stands."""
    origin = subject.origin
    report.faults += [f"{origin}: {fault}" for fault in (*found.faults, *_left_out(found, tree.anchors.get(origin)))]
    topic = tree.topics.get(origin, "")
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
