"""The package of the codified law as it is downloaded: a zip file, the folder it unpacks to, or single pages.

Nothing is unpacked to disk, and no more of a page is read than the archive states. What the Ministry never packs is
refused: names that lead out, links, passwords, bombs, absurd counts.
"""

from __future__ import annotations

import re
import stat
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path, PurePosixPath

from kb.errors import LibraryUnreadable

MOST_FILES = 20_000
"""Files of a package; that of 2026 has some 350."""
MEGABYTE = 1_000_000
LARGEST_PAGE = 64 * MEGABYTE
"""Bytes of a page, or of the tree: the largest of 2026 is some 20 MB."""
LARGEST_PACKAGE = 2_000 * MEGABYTE
"""Bytes of all files together, unpacked."""
HIGHEST_RATIO = 200
"""How many times smaller a page may be packed; text of law shrinks to a tenth."""
LONGEST_NAME = 80
"""Code points of a member's name that are shown."""
TREE = "jsonData.js"
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_LEADS_OUT = re.compile(r"/|[A-Za-z]:|.*[\\\0]|(?:.*/)?\.\.(?:/|$)", re.DOTALL)
_PAGES = "demuc"


@dataclass(frozen=True)
class PackageFile:
    """A page or the tree: `id` is its name without the extension, `read` gives its bytes or raises."""

    id: str
    read: Callable[[], bytes]


@dataclass(frozen=True)
class CodePackage:
    """The pages in the order of their names, the tree where there is one, and the latest day of any of them."""

    name: str
    pages: tuple[PackageFile, ...]
    tree: PackageFile | None
    day: date


@contextmanager
def open_code_package(path: Path) -> Iterator[CodePackage]:
    """The package at a path: .zip, a folder, or one page. Raises LibraryUnreadable."""
    if path.is_symlink() or not path.exists():
        raise LibraryUnreadable(f"không có tệp hay thư mục (hoặc là liên kết): {path}")
    if path.is_dir():
        yield _of_files(path.name, sorted(_listed(path)))
    elif path.suffix.lower() == ".zip":
        with _refusing(path.name):
            archive = zipfile.ZipFile(path)
        with archive:
            yield _of_archive(path.name, archive)
    else:
        yield _of_files(path.name, [path])


def is_code(path: Path) -> bool:
    """Whether a path is the package, a folder of its pages or one of them; else it may be, or hold, office files."""
    if not path.is_dir():
        return path.suffix.lower() in (".zip", ".html", ".htm")
    return (path / _PAGES).is_dir() or (path / TREE).is_file() or _begins_as_page(path)


def _begins_as_page(folder: Path) -> bool:
    """Whether the first page of a folder, if any, has the style sheet with which every page of the code begins."""
    first = next((path for path in sorted(folder.glob("*.html")) if path.is_file()), None)
    return first is not None and b"lib/css/style.css" in first.read_bytes()[:400]


def _of_files(name: str, paths: list[Path]) -> CodePackage:
    sizes = {path: path.stat() for path in paths}
    _refuse_excess(name, [(path.name, state.st_size) for path, state in sizes.items()])
    pages = tuple(PackageFile(path.stem, path.read_bytes) for path in paths if _is_page(path.as_posix()))
    tree = next((PackageFile(path.stem, path.read_bytes) for path in paths if path.name == TREE), None)
    latest = max((state.st_mtime for state in sizes.values()), default=0)
    return _checked(CodePackage(name, pages, tree, date.fromtimestamp(latest)))


def _listed(folder: Path) -> Iterator[Path]:
    """The files of a folder that may belong to the package. Raises LibraryUnreadable for a link among them."""
    for place in (folder, folder / _PAGES):
        for path in sorted(place.iterdir()) if place.is_dir() else ():
            if path.name == TREE or _is_page(path.as_posix()) or path.name == _PAGES:
                if path.is_symlink():
                    raise LibraryUnreadable(f"{path} là liên kết; gói pháp điển không có liên kết, không đọc")
                if path.is_file():
                    yield path


def _of_archive(name: str, archive: zipfile.ZipFile) -> CodePackage:
    parts = archive.infolist()
    _refuse_odd(name, parts)
    _refuse_excess(name, [(part.filename, part.file_size) for part in parts])
    found = {part.filename: part for part in parts if not part.is_dir()}
    pages = [part for path, part in sorted(found.items()) if _is_page(path)]
    tree = next((part for path, part in found.items() if PurePosixPath(path).name == TREE), None)
    with _refusing(name):
        days = [date(*part.date_time[:3]) for part in pages]

    def of(part: zipfile.ZipInfo) -> PackageFile:
        return PackageFile(PurePosixPath(part.filename).stem, lambda: _content(name, archive, part))

    latest = min(max(days, default=date.today()), date.today())
    return _checked(CodePackage(name, tuple(map(of, pages)), of(tree) if tree else None, latest))


def _content(name: str, archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bytes:
    with _refusing(name), archive.open(part) as content:
        data = content.read(part.file_size + 1)
        if len(data) != part.file_size:
            raise zipfile.BadZipFile(f"{part.filename}: size")
    return data


def _is_page(path: str) -> bool:
    """Whether a file is a page of the code: the package has a page of its own beside them, ``BoPhapDien.html``."""
    pure = PurePosixPath(path)
    return pure.suffix.lower() in (".html", ".htm") and pure.name != "BoPhapDien.html" and "lib" not in pure.parts[:-1]


def _checked(package: CodePackage) -> CodePackage:
    if not package.pages:
        raise LibraryUnreadable(f"{package.name} không có trang đề mục nào (demuc/*.html)")
    return package


def _refuse_odd(name: str, parts: list[zipfile.ZipInfo]) -> None:
    """Raises LibraryUnreadable, which names the first member that is odd."""
    named = Counter(part.filename.casefold() for part in parts)
    odd: dict[str, Callable[[zipfile.ZipInfo], object]] = {
        "có hai tệp trùng tên": lambda part: named[part.filename.casefold()] > 1,
        "có tên tệp dẫn ra ngoài": lambda part: _LEADS_OUT.match(part.filename),
        "có liên kết": lambda part: stat.S_ISLNK(part.external_attr >> 16),
        "có mật khẩu": lambda part: part.flag_bits & 1,
        "nén theo cách không đọc được": lambda part: part.compress_type not in _METHODS,
        "nén quá nhiều dữ liệu": _is_bomb,
    }
    for why, is_odd in odd.items():
        if found := next(filter(is_odd, parts), None):
            raise LibraryUnreadable(
                f"{name} {why} ({_shown(found.filename)}): không phải gói pháp điển như Bộ Tư pháp phát hành, không đọc"
            )


def _is_bomb(part: zipfile.ZipInfo) -> bool:
    return part.file_size > HIGHEST_RATIO * max(part.compress_size, 1_000)


def _refuse_excess(name: str, sizes: list[tuple[str, int]]) -> None:
    """Raises LibraryUnreadable for too many files, too large a one, or too much of all; `sizes` are (name, bytes)."""
    largest, size = max(sizes, key=lambda one: one[1], default=("", 0))
    whole = sum(size for _, size in sizes)
    if len(sizes) > MOST_FILES:
        raise LibraryUnreadable(f"{name} có quá nhiều tệp ({len(sizes)}, mức nhận là {MOST_FILES}); không đọc")
    if size > LARGEST_PAGE:
        limit = f"{size // MEGABYTE} MB, mức nhận là {LARGEST_PAGE // MEGABYTE} MB"
        raise LibraryUnreadable(f"{name} có tệp quá lớn ({_shown(largest)}: {limit}); không đọc")
    if whole > LARGEST_PACKAGE:
        limit = f"{whole // MEGABYTE} MB, mức nhận là {LARGEST_PACKAGE // MEGABYTE} MB"
        raise LibraryUnreadable(f"{name} quá lớn khi giải nén ({limit}); không đọc")


def _shown(name: str) -> str:
    """The name of a member in a line of words, whatever it holds."""
    line = " ".join(name.split())
    return f"{line[:LONGEST_NAME]}…" if len(line) > LONGEST_NAME else line


@contextmanager
def _refusing(name: str) -> Iterator[None]:
    """What zipfile raises over a broken archive, as a refusal."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, NotImplementedError, ValueError) as error:
        raise LibraryUnreadable(f"{name} không phải tệp zip đọc được, hoặc đã hỏng") from error
