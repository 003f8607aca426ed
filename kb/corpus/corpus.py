"""The corpus: a folder of YAML files read as one object, with every fault found on the way."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kb.corpus.cache import Parsed
from kb.corpus.file_text import decode, read_text
from kb.corpus.graph import RelationGraph
from kb.corpus.link_status import FILE as LINKS_FILE
from kb.corpus.reader import read_record
from kb.corpus.source import Path_, Sourced, parse
from kb.corpus.tree import yaml_files
from kb.errors import CorpusUnreadable, InvalidNumber, UnknownRecord
from kb.model import (
    RECORD_CLASSES,
    Body,
    Document,
    Model,
    Observance,
    Plan,
    Programme,
    Record,
    Term,
    Topic,
)
from kb.number.document_number import DocumentNumber
from kb.problem import Mark, Problem

R = TypeVar("R", bound=Record)
_CLASS_OF_FOLDER = {cls.folder: cls for cls in RECORD_CLASSES}


@dataclass
class Corpus:
    """Records by id, where each stands, and the problems met in reading."""

    root: Path
    records: dict[str, Record] = field(default_factory=dict)
    sourced: dict[str, Sourced] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)
    texts: dict[str, str] = field(default_factory=dict)
    """The text of every file, broken ones included, by the path that messages show."""
    only: frozenset[str] | None = None
    """The files that are being checked, as messages show them; None is all."""

    def of(self, cls: type[R]) -> dict[str, R]:
        """The records of one class, by id, in the order of their ids."""
        return {key: record for key, record in sorted(self.records.items()) if isinstance(record, cls)}

    @cached_property
    def documents(self) -> Mapping[str, Document]:
        return self.of(Document)

    @cached_property
    def plans(self) -> Mapping[str, Plan]:
        return self.of(Plan)

    @cached_property
    def programmes(self) -> Mapping[str, Programme]:
        return self.of(Programme)

    @cached_property
    def observances(self) -> Mapping[str, Observance]:
        return self.of(Observance)

    @cached_property
    def bodies(self) -> Mapping[str, Body]:
        return self.of(Body)

    @cached_property
    def models(self) -> Mapping[str, Model]:
        return self.of(Model)

    @cached_property
    def terms(self) -> Mapping[str, Term]:
        return self.of(Term)

    @cached_property
    def topics(self) -> Mapping[str, Topic]:
        return self.of(Topic)

    @cached_property
    def graph(self) -> RelationGraph:
        return RelationGraph(self.records.values())

    @cached_property
    def by_number(self) -> Mapping[str, tuple[str, ...]]:
        """Match key of every spelling of a number -> ids of the documents that bear it."""
        keys: dict[str, set[str]] = {}
        for document in self.documents.values():
            for text in (document.number, *document.number_variants, *document.cited_as):
                for key in _keys(text):
                    keys.setdefault(key, set()).add(document.id)
        return {key: tuple(sorted(ids)) for key, ids in keys.items()}

    @cached_property
    def checked(self) -> tuple[Record, ...]:
        """The records whose files are being checked, in the order of their ids."""
        return tuple(record for key, record in sorted(self.records.items()) if self.is_checked(key))

    def is_shown(self, shown: str) -> bool:
        """Whether the file is one of those being checked."""
        return self.only is None or shown in self.only

    def is_checked(self, record_id: str) -> bool:
        """Whether the record's file is one of those being checked."""
        return self.only is None or self.sourced[record_id].shown in self.only

    def get(self, record_id: str) -> Record:
        """The record of this id. Raises UnknownRecord."""
        try:
            return self.records[record_id]
        except KeyError:
            raise UnknownRecord(f"không có bản ghi “{record_id}” trong kho") from None

    def mark(self, record_id: str, path: Path_ = ()) -> Mark:
        """Where a value of a record stands in its file."""
        return self.sourced[record_id].mark(path)


def load_corpus(root: Path, only: Iterable[Path] | None = None, parsed: Parsed | None = None) -> Corpus:
    """Read every file of `root`; rules look at those of `only` alone, though all are there to be referred to.

    Raises CorpusUnreadable where there is no such folder, or a file of `only` is not in it.
    """
    if not root.is_dir():
        raise CorpusUnreadable(f"không có thư mục kho dữ liệu: {root}")
    corpus = Corpus(root, only=None if only is None else frozenset(_shown_inside(root, path) for path in only))
    for path, inside, is_link in yaml_files(root):
        _load(corpus, path, inside, is_link, parsed)
    if parsed:
        parsed.save()
    if not corpus.records and not corpus.problems:
        raise CorpusUnreadable(f"thư mục {root} không có bản ghi nào (tệp .yaml)")
    return corpus


def _shown_inside(root: Path, path: Path) -> str:
    try:
        inside = (path.parent.resolve() / path.name).relative_to(root.resolve())
    except ValueError:
        raise CorpusUnreadable(f"tệp {path} không nằm trong kho dữ liệu {root}") from None
    if not path.is_file() and not path.is_symlink():
        raise CorpusUnreadable(f"không có tệp: {path}")
    return _shown(root, root / inside)


def _shown(root: Path, path: Path) -> str:
    return f"{root.name}/{path.as_posix()[len(root.as_posix()) + 1 :]}"


def _keys(text: str) -> tuple[str, ...]:
    """Keys of a typed number; none for what is not one (a check reports it)."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return ()
    return number.match_key, number.folded_key


def _load(corpus: Corpus, path: str, inside: str, is_link: bool, parsed: Parsed | None) -> None:
    if inside == LINKS_FILE:
        return
    shown = f"{corpus.root.name}/{inside}"
    cls = _CLASS_OF_FOLDER.get(inside.rpartition("/")[0])
    if (is_link or cls is None) and _leads_out(corpus.root, path):
        corpus.problems.append(
            Problem(Mark(shown), "SRC08", "tệp là liên kết trỏ ra ngoài kho dữ liệu", "chép hẳn tệp vào kho")
        )
        return
    if cls is None:
        folders = ", ".join(sorted(_CLASS_OF_FOLDER))
        corpus.problems.append(
            Problem(Mark(shown), "SRC09", "tệp nằm ngoài các thư mục bản ghi", f"chuyển vào: {folders}")
        )
        return
    text, problems = read_text(path, shown)
    corpus.problems += problems
    if text is not None:
        _take(corpus, cls, shown, text, parsed)


def _leads_out(root: Path, path: str) -> bool:
    try:
        return not Path(path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False  # links in a circle: reading tells it


def add_file(corpus: Corpus, path: Path, content: bytes) -> None:
    """Take in the content of a file of the corpus as if it stood on the disk. Never raises on data."""
    shown = _shown(corpus.root, path)
    text, problems = decode(content, shown)
    corpus.problems += problems
    if text is not None:
        _take(corpus, _CLASS_OF_FOLDER[path.parent.name], shown, text, None)


def _take(corpus: Corpus, cls: type[Record], shown: str, text: str, parsed: Parsed | None) -> None:
    corpus.texts[shown] = text
    record = parsed.get(cls, text) if parsed else None
    if record is not None:
        _add(corpus, record, Sourced(text, shown))
        return
    sourced, problems = parse(text, shown)
    corpus.problems += problems
    if sourced is None:
        return
    record, problems = read_record(cls, sourced)
    corpus.problems += problems
    if record is None:
        return
    if parsed:
        parsed.put(text, record)
    _add(corpus, record, sourced)


def _add(corpus: Corpus, record: Record, sourced: Sourced) -> None:
    stem = sourced.shown.rpartition("/")[2].removesuffix(".yaml")
    if record.id != stem:
        message = f"id “{record.id}” khác tên tệp “{stem}”"
        corpus.problems.append(Problem(sourced.mark(("id",)), "IDN01", message, f"đặt id: {stem}, hoặc đổi tên tệp"))
    if record.id in corpus.records:
        message = f"id “{record.id}” đã dùng ở {corpus.sourced[record.id].shown}"
        corpus.problems.append(Problem(sourced.mark(("id",)), "IDN02", message, "chọn mã khác và đổi tên tệp theo"))
        return
    corpus.records[record.id] = record
    corpus.sourced[record.id] = sourced
