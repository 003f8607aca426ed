"""What the export writes, read back: packed numbers, patterns in both notations, places of the lexicon."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from indexer.browser.pack import BACKSLASH, FIRST, SURROGATES, SURROGATES_END, gaps, pack, units
from indexer.browser.patterns import javascript
from indexer.browser.shards import SLOT, Shards, blocks
from indexer.browser.sketches import needed
from indexer.browser.terms import place_of
from indexer.ranking.near_duplicates import BINS
from tests.support.paths import ROOT


def unpack(text: str) -> list[int]:
    """As site/docs/assets/search/engine/pack.js reads it."""
    numbers = []
    for code in map(ord, text):
        least = code - (SURROGATES_END - SURROGATES) * (code >= SURROGATES_END)
        numbers.append(least - (least > BACKSLASH) - FIRST)
    return numbers


@given(st.lists(st.integers(0, 1_000_000)))
def test_packed_numbers_come_back(numbers: list[int]) -> None:
    text = pack(numbers)
    assert unpack(text) == numbers
    assert json.dumps(text, ensure_ascii=False) == f'"{text}"'
    assert units(text) == len(text.encode("utf-16-le")) // 2
    text.encode("utf-8")


@given(st.sets(st.integers(0, 70_000)))
def test_gaps_add_up(numbers: set[int]) -> None:
    ascending, at = [], -1
    for gap in gaps(sorted(numbers)):
        at += gap + 1
        ascending.append(at)
    assert ascending == sorted(numbers)


@pytest.mark.parametrize(
    ("python", "other"),
    [
        (r"(?P<a>[a-zđ])", "(?<a>[a-zđ])"),
        (r"[^\W\d_]+", r"[\p{L}\p{Nl}\p{No}]+"),
        (r"\d{2}", r"[\p{Nd}]{2}"),
        (r"[\d&]", r"[\p{Nd}&]"),
        (r"a\.b", r"a\.b"),
    ],
)
def test_patterns(python: str, other: str) -> None:
    assert javascript(python) == other


def test_a_pattern_without_a_form_is_refused() -> None:
    with pytest.raises(ValueError, match="no form"):
        javascript(r"\Aan\Z")


def test_a_compound_stands_beside_its_first_pair() -> None:
    assert place_of("c:an_ninh_quốc_gia") == "b:an_ninh"
    assert place_of("b:an_ninh") == "b:an_ninh"


def test_rows_of_one_place_stay_together() -> None:
    rows = [("a", "x" * 5), ("b", "y" * 5), ("b", "z" * 5), ("c", "w")]
    assert list(blocks(rows, 6)) == [("a", ["x" * 5, "y" * 5, "z" * 5]), ("c", ["w"])]


def test_pieces_of_the_pack_in_any_order_are_one_stream(tmp_path: Path) -> None:
    shards = Shards(tmp_path)
    values = [["một"], "\n\\" * 300, ["ba", {"bốn": 4}]]
    for number, value in enumerate(values):
        shards.write(f"terms-{number}", value)
    slots = shards.write_pack()["terms"]
    data = (tmp_path / "pack.bin").read_bytes()
    assert len(data) == SLOT * sum(slots)
    starts = [SLOT * sum(slots[:number]) for number in range(len(slots))]
    order = [2, 0, 1]
    pieces = [data[starts[number] : starts[number] + SLOT * slots[number]].rstrip(b"\0") for number in order]
    text = zlib.decompress(b"".join(pieces) + b"\3\0", -zlib.MAX_WBITS).decode()
    assert [json.loads(line) for line in text.splitlines()] == [values[number] for number in order]


def test_sketches_are_kept_of_all_that_are_alike() -> None:
    bins = [f"{number:08x}" for number in range(BINS)]
    sketches = ["".join(bins), *("".join([*bins[:at], "ffffffff", *bins[at + 1 :]]) for at in range(BINS))]
    for other in sketches[1:]:
        assert needed([("article", sketches[0]), ("article", other)]) == [sketches[0], other]
        assert needed([("article", sketches[0]), ("paragraph", other)]) == ["", ""]
    assert needed([("article", "ngan"), ("article", "ngan"), ("article", "khac"), ("article", "")]) == [
        "ngan", "ngan", "", "",
    ]  # fmt: skip
    assert needed([("document", "ngan"), ("document", "ngan")]) == ["", ""]


def test_shards_of_an_older_index_go(tmp_path: Path) -> None:
    first = Shards(tmp_path)
    first.write("terms-0", ["một"])
    first.write("terms-1", ["hai"])
    second = Shards(tmp_path)
    second.write("terms-0", ["một"])
    second.tidy()
    assert [path.name for path in tmp_path.iterdir()] == ["terms-0.js"]
    assert second.version != first.version


def test_settings_do_not_depend_on_the_process() -> None:
    code = "import json; from indexer.browser.settings import settings; print(json.dumps(settings()))"
    said = {
        subprocess.run(
            [sys.executable, "-c", code],
            cwd=ROOT,
            env=os.environ | {"PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("1", "2", "3")
    }
    assert len(said) == 1
    assert re.search(rb'"whole": \["', said.pop())
