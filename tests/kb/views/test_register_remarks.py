"""Where the register says other than a record: each difference a sentence."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.register.layers import Layer, LayerRegister
from kb.snapshot import Snapshot
from kb.views.register_remarks import register_remarks
from tests.support.corpora import clean_files, document, load
from tests.support.registers import register


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("9/2020/TT-BA|Thông tư|pd:2020-03-05||||||", []),
        (
            "9/2020/TT-BA|Thông tư|pd:2020-03-05 ¦ cb:2020-05-03||||||",
            ["các nguồn chưa thống nhất ngày ban hành: 05/3/2020 (Bộ pháp điển, đọc 22/01/2026); "
             "03/5/2020 (Công báo, đọc 02/7/2026)"],
        ),
        ("9/2020/TT-BA|Thông tư|pd:2020-03-06||||||", []),
    ],
)  # fmt: skip
def test_differences(tmp_path: Path, row: str, said: list[str]) -> None:
    corpus = load(tmp_path, clean_files() | {"documents/tt-9.yaml": document("tt-9", "9/2020/TT-BA", "2020-03-05")})
    held = LayerRegister(Layer.REGISTER, register([row]))
    found = register_remarks(Snapshot(corpus, date(2026, 11, 24)), corpus.documents["tt-9"], [held])
    assert list(found) == [f"{held.layer.label} ghi: {sentence}" for sentence in said]
