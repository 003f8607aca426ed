"""What only closed sources witness is told, and decides no status."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.law.effect import status_on
from kb.model.vocabulary import Status
from tests.support.corpora import clean_files, document, load

_SOURCE = "  - {{id: s2, where: số của một chỉ mục, checked: 2026-01-02, access: {access}}}\n"
_ENDED = "  - {kind: in_force, date: 2020-02-01, sure: read, sources: [s1]}\n" + (
    "  - {kind: replaced, date: 2022-01-01, sure: read, sources: [s2]}\n"
)


@pytest.mark.parametrize(("access", "status"), [("open", Status.ENDED), ("closed", Status.PRESUMED)])
def test_an_end_that_no_reader_can_check(tmp_path: Path, access: str, status: Status) -> None:
    text = document("tt-9", "09/2020/TT-BA", "2020-01-01", events=_ENDED) + _SOURCE.format(access=access)
    corpus = load(tmp_path, clean_files() | {"documents/tt-9.yaml": text})
    assert status_on(corpus, corpus.records["tt-9"], date(2026, 1, 1)).status is status


def test_a_document_that_no_reader_can_check(tmp_path: Path) -> None:
    text = document("kl-9", "9-KL/TW", "2020-01-01").replace(
        "checked: 2026-01-02", "checked: 2026-01-02, access: closed"
    )
    corpus = load(tmp_path, clean_files() | {"documents/kl-9.yaml": text})
    effect = status_on(corpus, corpus.records["kl-9"], date(2026, 1, 1))
    assert effect.status is Status.UNKNOWN
    assert "không mở lại được" in effect.reason
    assert corpus.records["kl-9"].issued.is_known
