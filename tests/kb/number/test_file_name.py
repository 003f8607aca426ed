"""The names under which documents are downloaded lead to them."""

from __future__ import annotations

import pytest

from kb.corpus.load import load_corpus
from kb.corpus.lookup import look_up
from kb.errors import UnknownRecord
from kb.number.file_name import numbers_in_name, words_of_name
from tests.support.paths import ROOT


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("124_2021_TT-BCA(502342).doc", "124 2021 TT-BCA"),
        (r"C:\Tai ve\06_2014_ND-CP_220834.docx", "06 2014 ND-CP"),
        ("/tmp/46-CT_TW.PDF", "46-CT TW"),
        ("1719.QD.TTg.signed.pdf", "1719 QD TTg"),
        ("124_2021_TT-BCA (1).doc", "124 2021 TT-BCA"),
        ("124/2021/TT-BCA", "124/2021/TT-BCA"),
        ("nghị quyết 51", "nghị quyết 51"),
    ],
)
def test_words(name: str, words: str) -> None:
    assert words_of_name(name) == words


def test_numbers_longest_first() -> None:
    assert list(numbers_in_name("124_2021_TT-BCA.doc")) == ["124/2021/TT-BCA", "124/2021/TT"]
    assert list(numbers_in_name("124/2021/TT-BCA")) == []


@pytest.mark.parametrize(
    ("name", "record"),
    [
        ("124_2021_TT-BCA(502342).doc", "tt-124-2021-tt-bca"),
        ("thong-tu-124-2021-tt-bca-500765.pdf", "tt-124-2021-tt-bca"),
        ("06_2014_ND-CP_220834.docx", "nd-06-2014-nd-cp"),
        ("VanBanGoc_124_2021_TT-BCA_quy_dinh.pdf", "tt-124-2021-tt-bca"),
    ],
)
def test_look_up(name: str, record: str) -> None:
    assert record in [found.id for found in look_up(load_corpus(ROOT / "corpus"), name)]


def test_a_file_of_no_document_held_is_unknown() -> None:
    with pytest.raises(UnknownRecord):
        look_up(load_corpus(ROOT / "corpus"), "99_2099_TT-XYZ(1).doc")
