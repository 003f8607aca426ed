"""Texts from before Unicode: told by their letters, read whole, and each word at its place."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from kb.language.legacy import read_legacy
from kb.language.legacy_letters import FontSpan
from kb.language.legacy_tables import LETTERS, encodings, of_font, single_bytes
from kb.language.rewriting import Rewritten
from kb.language.syllable import is_syllable

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "legacy.yaml").read_text("utf-8"))
SENTENCE = "Căn cứ Nghị định số 06/2014/NĐ-CP ngày 21 tháng 01 năm 2014 của Chính phủ về biện pháp vận động quần chúng"


def typed_in(text: str, name: str) -> str:
    """A text as the encoding writes it."""
    written = {letter: typed for typed, letter in encodings()[name].letters.items()}
    return "".join(written.get(letter, letter) for letter in text)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_table(case: dict[str, Any]) -> None:
    reading = read_legacy(case["typed"])
    assert Rewritten(case["typed"], reading.edits).text == case["read"]
    assert list(reading.names) == ([case["from"]] if "from" in case else [])
    assert reading.hopeless is case.get("hopeless", False)
    if not reading.hopeless:
        assert list(reading.unread) == case.get("unread", [])


@pytest.mark.parametrize("name", encodings())
def test_every_letter_has_a_form_and_reads_back(name: str) -> None:
    letters = [letter for letter in LETTERS if not letter.isascii()]
    if encodings()[name].caps_by_font:
        letters = [letter for letter in letters if letter.islower() or letter in "ĂÂÊÔƠƯĐ"]
    forms = set(encodings()[name].letters.values())
    assert [letter for letter in letters if letter not in forms and typed_in(letter, name) != letter] == []
    reading = read_legacy(typed_in(SENTENCE, name))
    assert reading.names == (name,)
    assert Rewritten(typed_in(SENTENCE, name), reading.edits).text == SENTENCE


@pytest.mark.parametrize("name", encodings())
def test_words_stand_where_they_were_typed(name: str) -> None:
    text = typed_in(SENTENCE, name)
    read = Rewritten(text, read_legacy(text).edits)
    for word in SENTENCE.split():
        start, end = read.original(begin := SENTENCE.index(word), begin + len(word))
        assert text[start:end] == typed_in(word, name)


def test_fonts_tell_the_encoding_and_the_capitals_of_a_stretch() -> None:
    text = "Bé c«ng an\nBộ Công an Sè Soá\n"
    fonts = [FontSpan(0, 10, "TCVN3 (ABC)", capitals=True), FontSpan(22, 24, "TCVN3 (ABC)"), FontSpan(25, 28, "VNI")]
    read = read_legacy(text, fonts)
    assert Rewritten(text, read.edits).text == "BỘ CÔNG AN\nBộ Công an Số Số\n"
    assert set(read.names) == {"TCVN3 (ABC)", "VNI"}


@pytest.mark.parametrize(
    ("font", "meant"),
    [
        (".VnTime", ("TCVN3 (ABC)", False)),
        (".VnTimeH", ("TCVN3 (ABC)", True)),
        ("VNI-Times", ("VNI", False)),
        ("Times New Roman", None),
    ],
)
def test_names_of_fonts(font: str, meant: tuple[str, bool] | None) -> None:
    assert of_font(font) == meant


def test_bytes_are_seen_as_windows_shows_them() -> None:
    assert single_bytes(b"C\xa8n c\xf8 \x81\x93") == "C¨n cø \x81“"


@pytest.mark.parametrize(
    "word", ["nghị", "định", "Quốc", "uỷ", "ủy", "khuỷu", "nguyễn", "ưu", "giếng", "quý", "ý", "ĐẤT"]
)
def test_syllables(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["cảfé", "Müller", "ngh", "áà", "phụw", "TTg", "", "nhữngg"])
def test_other_words(word: str) -> None:
    assert not is_syllable(word)


@given(st.text())
def test_any_text_is_taken(text: str) -> None:
    reading = read_legacy(text)
    ends = [0]
    for start, end, _ in reading.edits:
        assert ends[-1] <= start < end
        ends.append(end)
    assert ends[-1] <= len(text)


@pytest.mark.parametrize("between", ["\u00ad", "\u200b"])
def test_a_text_that_a_program_has_hyphenated_is_unicode(between: str) -> None:
    typed = "\n".join(between.join(line) for line in (SENTENCE, "Công an nhân dân", "TT-BCA QĐ-TTg", "1. Hai ba"))
    assert read_legacy(typed) == read_legacy("")
