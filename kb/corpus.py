"""The corpus: a folder of YAML files read as one object, with every fault found on the way."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from kb.errors import CorpusUnreadable, InvalidNumber, UnknownRecord
from kb.graph import RelationGraph
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
from kb.number import DocumentNumber
from kb.problem import Mark, Problem
from kb.reader import read_record
from kb.source import Path_, Sourced, read

R = TypeVar("R", bound=Record)
_CLASS_OF_FOLDER = {cls.folder: cls for cls in RECORD_CLASSES}


@dataclass
class Corpus:
    """Records by id, where each stands, and the problems met in reading."""

    root: Path
    records: dict[str, Record] = field(default_factory=dict)
    sourced: dict[str, Sourced] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

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

    def get(self, record_id: str) -> Record:
        """The record of this id. Raises UnknownRecord."""
        try:
            return self.records[record_id]
        except KeyError:
            raise UnknownRecord(f"không có bản ghi “{record_id}” trong kho") from None

    def mark(self, record_id: str, path: Path_ = ()) -> Mark:
        """Where a value of a record stands in its file."""
        return self.sourced[record_id].mark(path)


def load_corpus(root: Path) -> Corpus:
    """Read every file of `root`. Raises CorpusUnreadable where there is no such folder."""
    if not root.is_dir():
        raise CorpusUnreadable(f"không có thư mục kho dữ liệu: {root}")
    corpus = Corpus(root)
    for path in _files(root):
        _load(corpus, path)
    if not corpus.records and not corpus.problems:
        raise CorpusUnreadable(f"thư mục {root} không có bản ghi nào (tệp .yaml)")
    return corpus


def _keys(text: str) -> tuple[str, ...]:
    """Keys of a typed number; none for what is not one (a check reports it)."""
    try:
        number = DocumentNumber.parse(text)
    except InvalidNumber:
        return ()
    return number.match_key, number.folded_key


def _files(root: Path) -> Iterator[Path]:
    return (path for path in sorted(root.rglob("*.yaml")) if path.is_file())


def _load(corpus: Corpus, path: Path) -> None:
    shown = f"{corpus.root.name}/{path.relative_to(corpus.root).as_posix()}"
    if not path.resolve().is_relative_to(corpus.root.resolve()):
        corpus.problems.append(Problem(Mark(shown), "SRC08", "tệp trỏ ra ngoài kho dữ liệu", "chép tệp vào kho"))
        return
    cls = _CLASS_OF_FOLDER.get(path.parent.name) if path.parent.parent == corpus.root else None
    if cls is None:
        folders = ", ".join(sorted(_CLASS_OF_FOLDER))
        corpus.problems.append(
            Problem(Mark(shown), "SRC09", "tệp nằm ngoài các thư mục bản ghi", f"chuyển vào: {folders}")
        )
        return
    sourced, problems = read(path, shown)
    corpus.problems += problems
    if sourced is None:
        return
    record, problems = read_record(cls, sourced)
    corpus.problems += problems
    if record is not None:
        _add(corpus, record, sourced, path.stem)


def _add(corpus: Corpus, record: Record, sourced: Sourced, stem: str) -> None:
    mark = sourced.mark(("id",))
    if record.id != stem:
        corpus.problems.append(
            Problem(mark, "IDN01", f"id “{record.id}” khác tên tệp “{stem}”", "đặt id trùng tên tệp")
        )
    if record.id in corpus.records:
        other = corpus.mark(record.id)
        corpus.problems.append(Problem(mark, "IDN02", f"id “{record.id}” đã dùng ở {other.path}", "chọn id khác"))
        return
    corpus.records[record.id] = record
    corpus.sourced[record.id] = sourced
