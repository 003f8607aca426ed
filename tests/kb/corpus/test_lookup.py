"""A record asked for by what it was called, and what cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.corpus.cache import RecordCache
from kb.corpus.load import load_corpus
from kb.corpus.lookup import look_up
from kb.errors import CorpusUnreadable, UnknownRecord
from kb.model import decoded
from kb.rules.run import check_corpus
from tests.support.corpora import clean_files, document, load, write


def test_a_former_id_leads_to_the_record(tmp_path: Path) -> None:
    renamed = document("tt-3", "03/2022/TT-BA", "2022-01-01", more="former_ids: [tt-cu]\n")
    relation = document("tt-4", "04/2022/TT-BA", "2022-02-01").replace(
        "witnesses:", "relations:\n  - {kind: can_cu, to: tt-cu, sure: read, sources: [s1]}\nwitnesses:"
    )
    files = clean_files() | {"documents/tt-3.yaml": renamed, "documents/tt-4.yaml": relation}
    corpus = load(tmp_path, files)
    assert [record.id for record in look_up(corpus, "tt-cu")] == ["tt-3"]
    assert [p.help for p in check_corpus(corpus) if "tt-cu" in p.message] == ["mã này đã đổi thành tt-3"]


def test_an_unknown_id_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownRecord, match="không có bản ghi “tt-9”"):
        load(tmp_path, clean_files()).get("tt-9")


def test_no_folder_is_no_corpus(tmp_path: Path) -> None:
    with pytest.raises(CorpusUnreadable, match="không có thư mục kho dữ liệu"):
        load_corpus(tmp_path / "khong-co")


def test_a_folder_that_may_not_be_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """By a stand-in: root may read every folder."""

    def refused(folder: object) -> None:
        raise PermissionError

    corpus = write(tmp_path, clean_files())
    monkeypatch.setattr("os.scandir", refused)
    with pytest.raises(CorpusUnreadable, match="không có quyền đọc thư mục"):
        load_corpus(corpus)


def test_records_are_read_also_where_none_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / "build").write_text("", "utf-8")
    cache = RecordCache(tmp_path / "build" / "parsed.json")
    assert len(load_corpus(write(tmp_path, clean_files()), parsed=cache).records) == 3


def test_a_type_without_values_is_a_mistake_of_the_program() -> None:
    with pytest.raises(ValueError, match="no values of type"):
        decoded(int, "1")
