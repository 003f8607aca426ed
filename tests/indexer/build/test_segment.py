"""The compounds kept of a text are underthesea's words of two syllables or more."""

from __future__ import annotations

from indexer.build.segment import _segment
from tests.support.paths import ROOT


def test_its_words_are_those_of_the_whole_package() -> None:
    from underthesea import word_tokenize

    plan = (ROOT / "corpus" / "plans").glob("*.yaml")
    texts = [line for path in plan for line in path.read_text("utf-8").splitlines() if len(line) > 60][:80]
    assert len(texts) > 50
    for text in texts:
        words = dict.fromkeys(word for word in word_tokenize(text) if " " in word and "\n" not in word)
        assert _segment(text) == "\n".join(words)
