"""The library on disk: ``subjects/<key>.jsonl``, its first line the subject, an article on each line below."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import DecodeError, ValidationError, to_builtins
from msgspec.json import Decoder, Encoder
from msgspec.structs import replace

from kb.errors import LibraryUnreadable
from kb.files import replace_file
from kb.language.one_line import fields_on_one_line
from kb.library.article import CodifiedArticle, Subject
from kb.library.place import SUBJECTS

FORM = 1
"""Changes with the form of the files: older ones are imported again."""
_AS_THEY_ARE = ("id", "text")
"""Fields of an article that are not printed on a line with others."""
_encode = Encoder().encode
_subject, _article = Decoder(Subject).decode, Decoder(CodifiedArticle).decode


class LibraryStore:
    """The files of a library folder. A file is written whole or not at all, so a killed import goes on where it was."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> list[Path]:
        """The files of all subjects, by name; none where there is no library."""
        return sorted((self.folder / SUBJECTS).glob("*.jsonl"))

    def subjects(self) -> dict[str, Subject]:
        """What each file says of itself, by the key of the file; one of another form, or broken, is left out."""
        found = {}
        for path in self.files():
            with path.open("rb") as lines:
                try:
                    subject = _subject(lines.readline())
                except (DecodeError, ValidationError):
                    continue
            if subject.form == FORM:
                found[path.stem] = subject
        return found

    def write(self, key: str, subject: Subject, articles: Iterable[CodifiedArticle]) -> None:
        """Put a subject in the place of what its key held, all but texts on one line. Raises FileUnwritable."""
        rows = [_encode(fields_on_one_line(to_builtins(article), _AS_THEY_ARE)) for article in articles]
        head = _encode(fields_on_one_line(to_builtins(replace(subject, articles=len(rows), form=FORM))))
        path = self._path(key)
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, b"".join(row + b"\n" for row in (head, *rows)))

    def forget(self, key: str) -> None:
        """Delete a subject."""
        self._path(key).unlink(missing_ok=True)

    def placed(self, path: Path) -> Iterator[tuple[CodifiedArticle, int, int]]:
        """Each article of a file with the offset and the length of its line. Raises LibraryUnreadable."""
        offset = 0
        with path.open("rb") as lines:
            for number, line in enumerate(lines):
                if number:
                    yield decoded_article(line, path), offset, len(line)
                offset += len(line)

    def articles(self) -> Iterator[tuple[Subject, CodifiedArticle]]:
        """Every article with its subject. Raises LibraryUnreadable."""
        subjects = self.subjects()
        for path in self.files():
            if path.stem in subjects:
                yield from ((subjects[path.stem], article) for article, _, _ in self.placed(path))

    def fingerprint(self) -> str:
        """A checksum that changes with any file."""
        states = [(path.name, path.stat()) for path in self.files()]
        said = "\n".join(f"{name}\0{state.st_size}\0{state.st_mtime_ns}" for name, state in states)
        return f"{FORM}-{len(states)}-{zlib.crc32(said.encode()):08x}"

    def _path(self, key: str) -> Path:
        if not re.fullmatch(r"[a-z0-9][a-z0-9.-]{0,99}", key):
            raise ValueError(f"no key of a subject: {key!r}")
        return self.folder / SUBJECTS / f"{key}.jsonl"


def decoded_article(line: bytes, path: Path) -> CodifiedArticle:
    """The article of a line. Raises LibraryUnreadable."""
    try:
        return _article(line)
    except (DecodeError, ValidationError) as error:
        raise LibraryUnreadable(f"thư viện hỏng ở {path.name}; chạy lại: kb library import") from error
