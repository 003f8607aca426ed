"""Compounds of a text: underthesea's words of two syllables or more; what was segmented is kept by its content."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from indexer.build import segment
from indexer.build.segment import Segmenter, _segment
from tests.support.paths import ROOT


def test_its_words_are_those_of_the_whole_package() -> None:
    from underthesea import word_tokenize

    plan = (ROOT / "corpus" / "plans").glob("*.yaml")
    texts = [line for path in plan for line in path.read_text("utf-8").splitlines() if len(line) > 60][:80]
    assert len(texts) > 50
    for text in texts:
        words = dict.fromkeys(word for word in word_tokenize(text) if " " in word and "\n" not in word)
        assert _segment(text) == "\n".join(words)


@pytest.fixture
def segmented(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The texts that were segmented, each into its halves, instead of by underthesea."""
    texts: list[str] = []

    def halves(text: str) -> str:
        texts.append(text)
        return "\n".join(text.split(", "))

    monkeypatch.setattr(segment, "_segment", halves)
    return texts


def test_a_text_is_segmented_once_and_read_from_the_cache_afterwards(tmp_path: Path, segmented: list[str]) -> None:
    texts = [f"an ninh {n}, trật tự" for n in range(150)]
    done: list[int] = []
    for _ in range(2):
        segmenter = Segmenter(tmp_path / "new" / "cache")
        found = segmenter.compounds([*texts, texts[0]], done.append)
        segmenter.close()
        assert found == [[f"an ninh {n}", "trật tự"] for n in (*range(150), 0)]
    assert segmented == texts
    assert done == [100, 51] * 2


def test_texts_no_longer_used_are_forgotten_once_they_are_more_than_half(tmp_path: Path, segmented: list[str]) -> None:
    segmenter = Segmenter(tmp_path / "cache")
    segmenter.compounds(["a", "b", "c", "d"], lambda _: None)
    segmenter.forget_all_but(iter(pytest.fail, ""), 2)  # not iterated over
    segmenter.compounds(["e"], lambda _: None)
    segmenter.forget_all_but(["a", "e"], 2)
    segmented.clear()
    segmenter.compounds(["a", "b", "e"], lambda _: None)
    assert segmented == ["b"]


def test_an_unreadable_cache_is_begun_anew(tmp_path: Path, segmented: list[str]) -> None:
    (tmp_path / "cache").write_bytes(b"not a table of SQLite, and longer than the head of one " * 100)
    assert Segmenter(tmp_path / "cache").compounds(["a, b"], lambda _: None) == [["a", "b"]]


def test_an_unreadable_cache_that_cannot_be_deleted_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "cache").write_bytes(b"not a table of SQLite, and longer than the head of one " * 100)
    monkeypatch.setattr(Path, "unlink", lambda _: None)
    with pytest.raises(OSError, match="cannot open"):
        Segmenter(tmp_path / "cache")


def test_a_cache_that_another_process_keeps_is_told_and_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segment, "_LOCK_TIMEOUT", 0.01)
    other = sqlite3.connect(tmp_path / "cache")
    other.execute("BEGIN EXCLUSIVE")
    with pytest.raises(sqlite3.OperationalError, match="locked"):
        Segmenter(tmp_path / "cache")
    other.close()
    assert (tmp_path / "cache").exists()
