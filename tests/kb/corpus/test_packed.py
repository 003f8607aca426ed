"""A corpus as data: what is unpacked has the same records."""

from __future__ import annotations

import msgspec
import pytest

from kb.corpus.load import load_corpus
from kb.corpus.packed import pack, unpack
from tests.support.paths import ROOT


def test_an_unpacked_corpus_has_the_records_that_were_packed() -> None:
    corpus = load_corpus(ROOT / "corpus")
    data = pack(corpus)
    found = unpack(data)
    assert found.records == corpus.records
    assert found.by_number == corpus.by_number
    assert pack(found) == data
    assert found.mark("tt-124-2021-tt-bca").path == corpus.mark("tt-124-2021-tt-bca").path


@pytest.mark.parametrize("data", [b"", b"[]", b'{"documents": [1]}'])
def test_other_data_is_refused(data: bytes) -> None:
    with pytest.raises(msgspec.MsgspecError):
        unpack(data)
