"""The archive of an office file (Open Packaging Conventions, ECMA-376 part 2): parts and the relations between them.

The archive is never unpacked to disk, and no more of a part is read than the archive states.
"""

from __future__ import annotations

import io
import posixpath
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from urllib.parse import unquote

from kb.drafts.xml_events import BROKEN, XmlEvents, attribute, refuse_doctype
from kb.errors import DraftUnreadable

LARGEST_UNPACKED = 200_000_000
"""Bytes of all parts together as the archive states them unpacked; it never unpacks more than it states."""
MOST_PARTS = 5_000
"""Files in the archive."""
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""What office programs read; others could ask for any memory."""
_PIECE = 1 << 20


@dataclass(frozen=True)
class PartRelation:
    """From one part to another: `kind` is the last word of its type, `target` a path in the archive."""

    id: str
    kind: str
    target: str


class Package:
    """An archive that was found to be sound. Every method raises DraftUnreadable where a part is broken."""

    def __init__(self, archive: zipfile.ZipFile) -> None:
        self.archive = archive
        self.names = frozenset(archive.namelist())
        self._spelled = {name.casefold(): name for name in self.names}

    def __contains__(self, part: str) -> bool:
        return part in self.names

    def spelled(self, part: str) -> str:
        """The name of a part as the archive spells it: names that differ in case alone are one (part 2, 6.2.2.2)."""
        return self._spelled.get(part.casefold(), part)

    def pieces(self, part: str) -> Iterator[bytes]:
        """The content of a part, a bounded piece at a time."""
        with _refusing(), self.archive.open(part) as content:
            while piece := content.read(_PIECE):
                yield piece

    def relations(self, part: str) -> list[PartRelation]:
        """The relations of a part to others that are there, in their order; of the package where `part` is empty."""
        folder, name = posixpath.split(part)
        path = self.spelled(posixpath.join(folder, "_rels", f"{name}.rels"))
        if path not in self:
            return []
        reader = _Relations(folder)
        reader.read(self.pieces(path))
        found = [replace(relation, target=self.spelled(relation.target)) for relation in reader.found]
        return [relation for relation in found if relation.target in self]

    def main_part(self) -> str:
        """The part that holds the document."""
        for relation in self.relations(""):
            if relation.kind == "officeDocument":
                return relation.target
        raise DraftUnreadable(BROKEN)


@contextmanager
def open_package(data: bytes) -> Iterator[Package]:
    """The archive, checked. Raises DraftUnreadable, whose words follow the name of the file."""
    with _refusing():
        archive = zipfile.ZipFile(io.BytesIO(data))
    with archive:
        _refuse_excess(archive.infolist())
        package = Package(archive)
        for name in archive.namelist():
            if name.lower().endswith((".xml", ".rels")):
                refuse_doctype(package.pieces(name))
        yield package


def is_archive(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Whether a part is an archive itself, by its first bytes; one of a method that is refused is not opened.

    Raises what zipfile raises over a broken one.
    """
    if part.compress_type not in _METHODS:
        return False
    with archive.open(part) as content:
        return content.read(2) == b"PK"


def _refuse_excess(parts: list[zipfile.ZipInfo]) -> None:
    """Raises DraftUnreadable for what no office program writes."""
    if len(parts) > MOST_PARTS or sum(part.file_size for part in parts) > LARGEST_UNPACKED:
        raise DraftUnreadable("nén quá nhiều dữ liệu; tệp này không được mở")
    if any(part.flag_bits & 1 for part in parts):
        raise DraftUnreadable("có mật khẩu; hãy bỏ mật khẩu rồi lưu lại")
    if any(part.compress_type not in _METHODS for part in parts):
        raise DraftUnreadable(BROKEN)
    names = [part.filename for part in parts]
    if len({name.casefold() for name in names}) < len(names) or any(map(_leads_out, names)):
        raise DraftUnreadable("có phần trùng tên hoặc tên lạ; tệp này không được mở")


@contextmanager
def _refusing() -> Iterator[None]:
    """What zipfile raises over a broken archive, as a refusal."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, ValueError, NotImplementedError) as error:
        raise DraftUnreadable(BROKEN) from error


def _leads_out(name: str) -> bool:
    """Whether the name is no plain path: Office writes none, and some programs unpack it elsewhere."""
    return ".." in name.split("/") or bool(re.match(r"/|[A-Za-z]:|.*[\\\0]", name, re.DOTALL))


class _Relations(XmlEvents):
    def __init__(self, folder: str) -> None:
        super().__init__()
        self._folder = folder
        self.found: list[PartRelation] = []

    def started(self, name: str, attributes: dict[str, str]) -> None:
        if name.rpartition(" ")[2] != "Relationship" or attributes.get("TargetMode") == "External":
            return
        target = unquote(attribute(attributes, "Target") or "")
        path = posixpath.normpath(posixpath.join("/", self._folder, target)).lstrip("/")
        kind = (attribute(attributes, "Type") or "").rpartition("/")[2]
        self.found.append(PartRelation(attribute(attributes, "Id") or "", kind, path))
