"""What a register is asked for: numbers, and laws by name."""

from __future__ import annotations

from datetime import date

import pytest

from kb.register.layers import Layer, LayerRegister
from kb.review.asked_registers import asked_of_registers
from tests.support.registers import register

ROW = "{}|Luật|ds:{}|Quốc hội|ds:Luật Thử nghiệm||||"
REGISTERS = [
    LayerRegister(
        Layer.REGISTER,
        register([ROW.format("81/2006/QH11", "2006-11-29"), ROW.format("68/2020/QH14", "2020-11-13")]),
    )
]


@pytest.mark.parametrize(
    ("typed", "days"),
    [
        ("Luật Thử nghiệm", ["2006-11-29", "2020-11-13"]),
        ("luật thử nghiệm", ["2006-11-29", "2020-11-13"]),
        ("Thử nghiệm", ["2006-11-29", "2020-11-13"]),
        ("Luật Thử nghiệm năm 2020", ["2020-11-13"]),
        ("Luật Thử nghiệm ngày 29/11/2006", ["2006-11-29"]),
        ("68/2020/QH14", ["2020-11-13"]),
        ("Luật 68/2020", ["2020-11-13"]),
        ("Luật Thử nghiệm năm 1999", []),
        ("Luật Khác", []),
        ("68/2021/QH14", []),
    ],
)
def test_the_entries_meant(typed: str, days: list[str]) -> None:
    asked = asked_of_registers(REGISTERS, typed, date(2026, 11, 24))
    assert [entry.days[0] for _, entry in asked.entries] == days
