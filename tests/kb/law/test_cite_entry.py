"""The citation of a document that a register alone holds: what its sources agree on, and what is missing."""

from __future__ import annotations

import pytest

from kb.law.cite_entry import cite_entry
from kb.number.document_number import DocumentNumber
from kb.register.layers import Layer, LayerRegister
from tests.support.registers import register

NAMES = {"chinh-phu": "Chính phủ"}
CASES = {
    "30/2020/NĐ-CP|Nghị định|pd:2020-03-05|chinh-phu|pd:Về công tác văn thư||||": (
        "Nghị định số 30/2020/NĐ-CP ngày 05 tháng 3 năm 2020 của Chính phủ về công tác văn thư",
        "Nghị định số 30/2020/NĐ-CP",
        (),
    ),
    "31/2020/NĐ-CP|Nghị định|pd:2020-03-06|Bộ A|||||": (
        "Nghị định số 31/2020/NĐ-CP ngày 06 tháng 3 năm 2020 của Bộ A",
        "Nghị định số 31/2020/NĐ-CP",
        ("tên văn bản",),
    ),
    "09/2025/NĐ-CP|Nghị định|txt*1:2025-01-10||txt*1:Về việc thử||||": (
        "Nghị định số 09/2025/NĐ-CP",
        "Nghị định số 09/2025/NĐ-CP",
        ("ngày ban hành", "cơ quan ban hành", "tên văn bản"),
    ),
    "61/2020/QH14|Luật|ds:2020-06-17|Quốc hội|ds:Luật Đầu tư||||": (
        "Luật Đầu tư số 61/2020/QH14 ngày 17 tháng 6 năm 2020",
        "Luật Đầu tư số 61/2020/QH14",
        (),
    ),
    "51-NQ/TW|Nghị quyết|cb:2019-09-05|Bộ Chính trị|||||": (
        "Nghị quyết số 51-NQ/TW, ngày 05/9/2019 của Bộ Chính trị",
        "Nghị quyết số 51-NQ/TW",
        ("tên văn bản",),
    ),
}


@pytest.mark.parametrize("row", CASES)
def test_cited(row: str) -> None:
    held = LayerRegister(Layer.REGISTER, register([row]))
    [entry] = held.register.numbered(DocumentNumber.parse(row.partition("|")[0]))
    cited = cite_entry(held, entry, NAMES)
    assert (cited.full, cited.short, cited.missing) == CASES[row]
