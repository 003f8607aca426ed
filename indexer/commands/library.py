"""kb library: the text of the codified law in the user's own data folder, searched beside the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from kb.commands.group import OPTIONS, Verb
from kb.commands.options import DAY, PathType, opened, print_json, read_on, workspace
from kb.commands.registers import library_folder, library_root
from kb.output import say

if TYPE_CHECKING:
    from datetime import date

    from kb.corpus.corpus import Corpus
    from kb.library.importing import ImportReport
    from kb.library.store import LibraryStore

library = click.Group(
    "library",
    help="Thư viện pháp điển: nguyên văn điều luật, đặt trong thư mục dữ liệu của người dùng, tìm cùng với kho.",
    options_metavar=OPTIONS,
    subcommand_metavar="LỆNH [THAM SỐ]…",
)


@library.command("import", cls=Verb)
@click.argument("source", metavar="GÓI|THƯ MỤC|TỆP", type=PathType("tệp hoặc thư mục"))
@click.option("--read", type=DAY, help="Ngày của bản sao (YYYY-MM-DD); mặc định là ngày mới nhất ghi trong gói.")
@click.pass_context
def import_(ctx: click.Context, source: Path, read: Any) -> None:
    """Nhập gói Bộ pháp điển điện tử của Bộ Tư pháp vào thư viện trên máy này.

    Đọc được: BoPhapDienDienTu.zip, thư mục đã giải nén, từng trang đề mục .html; tệp điều luật .jsonl, .jsonl.xz; thư
    mục văn bản .docx, .pdf, .md. Nhập lại thì chỉ đọc phần đã đổi; bị ngắt giữa chừng thì chạy lại, việc đi tiếp.

    Ví dụ: kb library import BoPhapDienDienTu.zip
    """
    from kb.site_build.exclusive_lock import exclusive_lock

    day = read_on(read)
    root, corpus = library_root(), opened(workspace(ctx))
    with exclusive_lock(root / "lock"):
        report = _import_beside(root, corpus, source, day)
    say(f"Thư viện: {root}")
    ctx.exit(1 if report.faults else 0)


@library.command(cls=Verb)
@click.option("--json", "as_json", is_flag=True, help="In JSON cho chương trình khác đọc.")
@click.pass_context
def status(ctx: click.Context, as_json: bool) -> None:
    """Nói thư viện trên máy này có gì: bao nhiêu đề mục, bao nhiêu điều, bản sao ngày nào, đã dùng được chưa."""
    from kb.language.dates import PartialDate
    from kb.library.place import INDEX, is_installed
    from kb.library.store import LibraryStore

    store = LibraryStore(library_folder())
    subjects = store.subjects().values()
    days = sorted({subject.read for subject in subjects})
    articles, ready = sum(subject.articles for subject in subjects), is_installed(store.folder)
    current = ready and is_current(store.folder / INDEX, store.fingerprint())
    if as_json:
        counts = {"subjects": len(subjects), "articles": articles, "read": days}
        print_json({"folder": str(library_root()), **counts, "current": current})
    else:
        shown = ", ".join(PartialDate.parse(day).shown for day in days) or "chưa có"
        say(f"{len(subjects)} đề mục, tập văn bản; {articles} điều; bản sao ngày {shown}")
        say(f"Thư viện: {library_root()}{'' if current else ' (chưa dùng được; chạy: kb library import)'}")
    ctx.exit(0 if current else 1)


@library.command(cls=Verb)
@click.pass_context
def register(ctx: click.Context) -> None:
    """Gộp điều mà ghi chú nguồn của thư viện nêu vào sổ đăng ký cạnh kho, để biên tập xem và lưu.

    Không có lệnh này thì các lệnh vẫn dùng những điều ấy, nhưng chỉ trên máy này.
    """
    from kb.library.stated import read_stated
    from kb.register.folder import read_tables, write_tables
    from kb.register.joining import join_tables

    place = workspace(ctx)
    tables = read_tables(place.register)
    merged = join_tables(tables, read_stated(library_folder()))
    written = write_tables(place.register, tables)
    say(f"Thêm {merged.added} văn bản, bổ sung {merged.changed}, không đổi {merged.same}; ghi {len(written)} tệp.")


def _import_beside(root: Path, corpus: Corpus, source: Path, read: date | None) -> ImportReport:
    """Import into a generation beside that in use, which is switched when all of it is there; a refusal leaves none."""
    from kb.errors import KbError
    from kb.files.folders import remove_folder
    from kb.library.generations import begun, put_in_use
    from kb.library.place import INDEX
    from kb.library.store import LibraryStore

    store = LibraryStore(begun(root, source))
    try:
        report = _imported(store, corpus, source, read)
    except KbError:
        remove_folder(store.folder)
        raise
    for line in report.lines():
        say(line)
    if is_current(library_folder() / INDEX, store.fingerprint()):
        remove_folder(store.folder)
    else:
        _derive(store, corpus)
        put_in_use(root, store.folder)
    return report


def _imported(store: LibraryStore, corpus: Corpus, source: Path, read: date | None) -> ImportReport:
    """What of a source is new, by its form. Raises LibraryUnreadable."""
    from datetime import date

    from indexer.commands.progress import progress_bar
    from kb.errors import LibraryUnreadable
    from kb.files import why_no_file
    from kb.library.importing import import_code
    from kb.library.json_lines import import_lines
    from kb.library.office import import_office, office_files, unread_folders
    from kb.library.package import is_code, open_code_package

    if not source.is_dir() and (why := why_no_file(source)):  # a pipe would be waited for, a device has no end
        raise LibraryUnreadable(f"không đọc được “{source}”: {why}")
    office = office_files(source) if not is_code(source) else []
    with progress_bar("Nhập thư viện", "tập") as progress:
        if source.suffix.lower() in (".jsonl", ".xz"):
            return import_lines(store, source, read or day_of_file(source), progress)
        if office:
            report = import_office(store, corpus, office, read or date.today(), progress)
            report.faults += unread_folders(source)
            return report
        with open_code_package(source) as package:
            return import_code(store, package, read or package.day, progress)


def day_of_file(path: Path) -> date:
    """The day on which a file was last written. Raises LibraryUnreadable where there is none."""
    from datetime import date

    from kb.errors import LibraryUnreadable

    if not path.is_file():
        raise LibraryUnreadable(f"không có tệp: {path}")
    return date.fromtimestamp(path.stat().st_mtime)


def _derive(store: LibraryStore, corpus: Corpus) -> None:
    """What is computed from the articles: what they state, the index, where they stand."""
    from kb.library.compiled import compile_library
    from kb.library.place import INDEX
    from kb.library.stated import grow_register
    from kb.register.issuers import Issuers

    for line in grow_register(store, Issuers(corpus)).lines():
        say(f"Sổ đăng ký theo ghi chú nguồn: {line}")
    fingerprint = store.fingerprint()
    if not is_current(store.folder / INDEX, fingerprint):
        index_library(store, fingerprint)
    compile_library(store)


def is_current(index: Path, fingerprint: str) -> bool:
    """Whether the index of the library is of the articles that are there."""
    from indexer.manifest import MANIFEST, VERSION, current, read_table

    folder = current(index)
    manifest = read_table(folder / MANIFEST) if folder else {}
    return manifest.get("version") == VERSION and manifest.get("fingerprint") == fingerprint


def usable_library() -> Path:
    """The folder of the library of this machine. Raises LibraryUnreadable where there is none, or it is not whole."""
    from kb.errors import LibraryUnreadable
    from kb.library.lookup import Library
    from kb.library.place import INDEX, UNUSABLE, check_installed
    from kb.library.store import LibraryStore

    folder = library_folder().resolve()
    check_installed(folder)
    Library(folder)
    if not is_current(folder / INDEX, LibraryStore(folder).fingerprint()):
        raise LibraryUnreadable(UNUSABLE)
    return folder


def index_library(store: LibraryStore, fingerprint: str) -> None:
    """Build the index of the library. Raises IndexUnusable."""
    from indexer.build.build import build_records
    from indexer.commands.progress import build_progress
    from indexer.records.library import LibraryRecords
    from kb.library.place import INDEX

    with build_progress() as progress:
        build_records(LibraryRecords(store), store.folder / INDEX, {"fingerprint": fingerprint}, progress=progress)
