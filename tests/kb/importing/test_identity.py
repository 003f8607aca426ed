"""The id of a new document: by its number, with year or body where it takes them; by its title; never one in use."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.corpus.corpus import Corpus
from kb.errors import UnknownRecord
from kb.importing.identity import Known, find_duplicates, header_duplicates, new_id, propose_id
from kb.importing.readings import Header
from kb.language.dates import PartialDate
from kb.model.vocabulary import DocumentType
from tests.support.corpora import clean_files, document, load


def holding(root: Path, *ids: str) -> Corpus:
    files = {f"documents/{id_}.yaml": document(id_, f"{n}/2019/TT-BA", "2019-01-01") for n, id_ in enumerate(ids, 7)}
    return load(root, clean_files() | files)


def known(number: str) -> Known:
    return Known(number, DocumentType.THONG_TU, "bo-a", PartialDate.parse("2020-06-05"), "unknown", "", "")


@pytest.mark.parametrize(
    ("held", "number", "wanted"),
    [
        ([], "5/2020/TT-BA", "tt-5-2020-tt-ba"),
        ([], "5/TT-BA", "tt-5-tt-ba-2020"),
        (["tt-5-2020-tt-ba"], "5/2020/TT-BA", "tt-5-2020-tt-ba-bo-a"),
    ],
)
def test_by_number(tmp_path: Path, held: list[str], number: str, wanted: str) -> None:
    assert new_id(holding(tmp_path, *held), known(number)) == wanted


def test_where_both_ids_are_in_use_none_is_made_up(tmp_path: Path) -> None:
    corpus = holding(tmp_path, "tt-5-2020-tt-ba", "tt-5-2020-tt-ba-bo-a")
    with pytest.raises(UnknownRecord, match="tt-5-2020-tt-ba-bo-a” đều đã dùng"):
        new_id(corpus, known("5/2020/TT-BA"))


@pytest.mark.parametrize(
    ("held", "wanted"),
    [
        ([], "vb-thu-moi-hop"),
        (["vb-thu-moi-hop"], "vb-thu-moi-hop-2"),
        (["vb-thu-moi-hop", "vb-thu-moi-hop-2"], "vb-thu-moi-hop-3"),
    ],
)
def test_without_a_number_by_the_name_of_the_file(tmp_path: Path, held: list[str], wanted: str) -> None:
    assert propose_id(holding(tmp_path, *held), Header(), "Thư mời họp") == wanted


@pytest.mark.parametrize(
    ("typed", "held"),
    [
        ("7/2019/QĐ-BA", True),
        ("07 / 2019 / QĐ - BA", True),
        ("7/2019/QD-BA", True),  # the marks left out
        ("8/2019/QD-BA", False),
    ],
)
def test_a_number_without_marks_or_with_blanks_is_that_of_the_document_held(
    tmp_path: Path, typed: str, held: bool
) -> None:
    files = {"documents/qd-7.yaml": document("qd-7", "7/2019/QĐ-BA", "2019-01-01")}
    corpus = load(tmp_path, clean_files() | files)
    day = PartialDate.parse("2019-01-01")
    found = find_duplicates(corpus, Known(typed, DocumentType.QUYET_DINH, "bo-a", day, "unknown", "", ""))
    assert [document_.id for document_ in found] == ["qd-7"] * held


def test_a_header_without_a_number_is_held_by_no_record(tmp_path: Path) -> None:
    assert header_duplicates(holding(tmp_path, "tt-5-2020-tt-ba"), Header()) == []
