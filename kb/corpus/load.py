"""Reads a folder of YAML files as a corpus, and collects every fault found in reading."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path

from kb.corpus.cache import RecordCache
from kb.corpus.corpus import Corpus
from kb.corpus.file_text import read_text
from kb.corpus.link_status import FILE as LINKS_FILE
from kb.corpus.reader import read_record
from kb.corpus.source import MarkedValue, parse
from kb.corpus.tree import is_misnamed, yaml_files
from kb.errors import CorpusUnreadable
from kb.files import why_no_file
from kb.model import CLASS_OF_FOLDER, Record
from kb.problem import Mark, Problem

_MISNAMED = "tệp không có đuôi .yaml nên không được đọc"
_ON_LINES = "tên tệp hoặc thư mục có dấu xuống dòng nên không được đọc"
_RENAME = "đổi tên, chỉ dùng chữ thường không dấu, chữ số và gạch nối"


def load_corpus(root: Path, only: Iterable[Path] | None = None, parsed: RecordCache | None = None) -> Corpus:
    """Read every file of `root`; rules check those of `only` alone, while references resolve against all.

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
    if not path.is_symlink() and (why := why_no_file(path)):
        raise CorpusUnreadable(f"không đọc được {path}: {why}")
    return f"{root.name}/{inside.as_posix()}"


def _load(corpus: Corpus, path: str, inside: str, is_link: bool, parsed: RecordCache | None) -> None:
    if inside == LINKS_FILE:
        return
    shown = f"{corpus.root.name}/{inside}"
    if is_misnamed(inside):
        corpus.problems.append(_misnamed(shown))
        return
    cls = CLASS_OF_FOLDER.get(inside.rpartition("/")[0])
    if (is_link or cls is None) and _leads_out(corpus.root, path):
        corpus.problems.append(
            Problem(Mark(shown), "SRC08", "tệp là liên kết trỏ ra ngoài kho dữ liệu", "chép hẳn tệp vào kho")
        )
        return
    if cls is None:
        folders = ", ".join(sorted(CLASS_OF_FOLDER))
        corpus.problems.append(
            Problem(Mark(shown), "SRC09", "tệp nằm ngoài các thư mục bản ghi", f"chuyển vào: {folders}")
        )
        return
    text, problems = read_text(path, shown)
    corpus.problems += problems
    if text is not None:
        take_text(corpus, cls, shown, text, parsed)


def _misnamed(shown: str) -> Problem:
    message, help_ = (_ON_LINES, _RENAME) if "\n" in shown else (_MISNAMED, f"đổi tên thành: {_as_yaml(shown)}")
    return Problem(Mark(shown), "SRC10", message, help_)


def _as_yaml(shown: str) -> str:
    """The name of the file as the corpus reads it."""
    return re.sub(r"\.ya?ml(\.txt)?$", ".yaml", shown.rpartition("/")[2], flags=re.IGNORECASE)


def _leads_out(root: Path, path: str) -> bool:
    try:
        return not Path(path).resolve().is_relative_to(root.resolve())
    except (OSError, RuntimeError):
        return False  # links in a cycle: reading reports it


def take_text(corpus: Corpus, cls: type[Record], shown: str, text: str, parsed: RecordCache | None = None) -> None:
    """Add the record that a file holds; `shown` is the file's place (``corpus/documents/nd-1.yaml``).

    Faults in it become problems of the corpus.
    """
    corpus.texts[shown] = text
    record = parsed.get(cls, text) if parsed else None
    if record is not None:
        _add(corpus, record, MarkedValue(text, shown))
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


def _add(corpus: Corpus, record: Record, sourced: MarkedValue) -> None:
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
