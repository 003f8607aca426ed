"""Of documents of one number, that which other texts rest on stands first, also once it has ended."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from indexer.records.document_prior import APART_FACTOR, document_priors
from kb.corpus.load import load_corpus
from tests.support.corpora import clean_files, document, write

SAME = "relations:\n  - {kind: trung_so, to: nd-1-khac, sure: read, sources: [s1]}\n"
BASIS = "relations:\n  - {kind: can_cu, to: nd-1, sure: read, sources: [s1]}\n"
ENDED = "  - {kind: replaced, date: '2020-01-01', sure: read, sources: [s1]}\n"


def test_a_document_that_only_shares_a_number_stands_behind_that_which_is_rested_on(tmp_path: Path) -> None:
    files = clean_files() | {
        "documents/nd-1.yaml": document("nd-1", "1/2018/NĐ-BA", "2018-08-06", ENDED, SAME, "nghi-dinh"),
        "documents/nd-1-khac.yaml": document("nd-1-khac", "1/2018/NĐ-BA", "2018-01-03", type_="nghi-dinh"),
        "documents/tt-9.yaml": document("tt-9", "9/2019/TT-BA", "2019-01-03", type_="thong-tu", more=BASIS),
    }
    priors = document_priors(load_corpus(write(tmp_path, files)), date(2026, 11, 30))
    assert priors["nd-1-khac"] == APART_FACTOR < priors["nd-1"]
    assert priors["tt-9"] > APART_FACTOR
