"""Provisions of a text from a table; nothing lost, nothing twice; written out and read again they are the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.drafts import Draft
from kb.importing.blocks import Block, blocks_of
from kb.importing.structure import ProvisionDraft, structure
from kb.law.provisions import place
from kb.model import Provision
from kb.model.vocabulary import ProvisionKind

CASES = yaml.safe_load((Path(__file__).parent / "structures.yaml").read_text("utf-8"))
LINES = st.sampled_from(
    [
        "Chương I", "Chương II. VIỆC", "QUY ĐỊNH CHUNG", "Mục 1", "Tiểu mục 1. Nhỏ", "Phần thứ nhất", "PHỤ LỤC I",
        "Điều 1. Phạm vi", "Điều 2. Việc", "Điều 3.", "Điều 2a. Thêm", "1. Một.", "2. Hai", "3. Ba:", "1.1. Con",
        "a) A;", "b) B;", "đ) Đ.", "- Gạch", "+ Cộng", "I. MỘT", "II. HAI", "Lời văn.", "lời văn nối", "“Điều 5. Trích",
        "hết trích”.", "Căn cứ Luật Thử;", "năm 2021", "", "2021. Năm",
    ]
)  # fmt: skip


def shown(provisions: list[Provision]) -> list[str]:
    lines = ((p.anchor, p.provision.heading or "", " / ".join(p.provision.text)) for p in place(provisions))
    return [" | ".join(line).replace("|  |", "| |").rstrip() for line in lines]


def read(text: str) -> list[ProvisionDraft]:
    return structure(blocks_of(Draft("a.txt", text)))


def written(pieces: list[ProvisionDraft]) -> str:
    """The provisions as a text, in the form that the rules of official texts prescribe."""
    lines = []
    for piece in pieces:
        bare = piece.kind in (ProvisionKind.KHOAN, ProvisionKind.DIEM, ProvisionKind.MO_DAU)
        roman = piece.kind is ProvisionKind.MUC and not piece.number.isdigit()
        word = "" if bare or roman else f"{piece.kind.label} "
        end = ")" if piece.kind is ProvisionKind.DIEM else "."
        first, *rest = [piece.heading, *piece.text] if piece.heading else [*piece.text, ""]
        mark = f"{word}{piece.number}{end} " if piece.number or word else ""
        lines += [f"{mark}{first}".strip(), *filter(None, rest)]
    return "\n\n".join(lines)


def letters(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_cases(case: dict[str, Any]) -> None:
    wanted = [line.rstrip() for line in case["tree"].splitlines()]
    assert shown([piece.provision() for piece in read(case["text"])]) == wanted


@given(st.lists(LINES, max_size=25))
@settings(max_examples=300, deadline=None)
def test_nothing_is_lost_and_nothing_stands_twice(lines: list[str]) -> None:
    text = "\n".join(lines)
    left = letters(text)
    for piece in read(text):
        for part in (letters(piece.kind.label), letters(piece.number)):
            left = left.removeprefix(part)
        content = letters(piece.heading + "".join(piece.text))
        assert left.startswith(content)
        left = left[len(content) :]
    assert left == ""


@given(st.lists(LINES, max_size=25))
@settings(max_examples=300, deadline=None)
def test_addresses_are_one_a_provision(lines: list[str]) -> None:
    anchors = [found.anchor for found in place([piece.provision() for piece in read("\n".join(lines))])]
    assert len(set(anchors)) == len(anchors)
    assert all(anchor.isascii() and anchor == anchor.lower() for anchor in anchors)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_written_out_and_read_again(case: dict[str, Any]) -> None:
    pieces = read(case["text"])
    again = read(written(pieces))
    assert shown([piece.provision() for piece in again]) == shown([piece.provision() for piece in pieces])


def test_what_stands_behind_the_signature_is_an_annex_also_without_its_word() -> None:
    def blocks(text: str) -> list[Block]:
        return blocks_of(Draft("a.txt", text))

    pieces = structure(blocks("Điều 1. Phạm vi\nMột."), blocks("Bảng thử\nĐiều 1. Khác\nHai."))
    assert shown([piece.provision() for piece in pieces]) == [
        "dieu-1 | Phạm vi | Một.",
        "phu-luc | Bảng thử |",
        "phu-luc-dieu-1 | Khác | Hai.",
    ]
