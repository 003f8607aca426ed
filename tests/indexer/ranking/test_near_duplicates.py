"""Sketches of texts, and how many bins must be equal."""

from __future__ import annotations

import pytest

from indexer.ranking.near_duplicates import alike, sketch

SYLLABLES = (
    "người điều khiển phương tiện phải chấp hành hiệu lệnh của người có thẩm quyền và biển báo đường bộ theo quy định"
)
LONG = f"{SYLLABLES} của pháp luật hiện hành"
"""29 syllables."""


def bins(*changed: int) -> str:
    return "".join("ffffffff" if place in changed else f"{place:08x}" for place in range(16))


def test_a_sketch_is_the_same_everywhere() -> None:
    assert sketch(LONG) == (
        "293c0fd03bdc5e313015772212fd31636ed890141c29722538aad586ca0ab947"
        "ffffffff3df4d00995f9784affffffff89c0300c38a9656d6522a5deffffffff"
    )


def test_case_and_punctuation_change_no_sketch() -> None:
    assert sketch(LONG.upper()) == sketch(LONG.replace(" và ", ", và… "))


@pytest.mark.parametrize(("count", "hashed"), [(23, False), (24, True)])
def test_a_short_text_is_its_own_sketch(count: int, hashed: bool) -> None:
    text = " ".join(LONG.split()[:count])
    assert (len(sketch(text)) == 128 and " " not in sketch(text)) is hashed
    assert hashed or sketch(text).startswith("nguoi dieu khien phuong tien")


@pytest.mark.parametrize(
    ("one", "other", "are"),
    [
        (bins(), bins(), True),
        (bins(), bins(0), True),
        (bins(), bins(15), True),
        (bins(3), bins(9), False),
        (bins(), bins(0, 15), False),
        ("ngan", "ngan", True),
        ("ngan", "dai", False),
        ("", "", False),
        ("ngan", bins(), False),
        (bins() + "00000000", bins() + "00000001", False),
        (bins()[8:], bins(1)[8:], False),
    ],
)
def test_alike(one: str, other: str, are: bool) -> None:
    assert alike(one, other) is are
    assert alike(other, one) is are
