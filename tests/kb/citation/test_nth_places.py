"""The n-th places of words: as the plain search finds them, and in time in proportion."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.citation.nth_places import Nth, nth_places
from kb.corpus.corpus import Corpus
from kb.rules.run import check_corpus
from tests.kb.rules.fuzz import PLAN
from tests.support.corpora import clean_files, load

WORDS = st.text("abậ ", min_size=1, max_size=5)


def plain(text: str, words: str, number: int) -> int | None:
    at = -1
    for _ in range(number):
        at = text.find(words, at + 1)
        if at < 0:
            return None
    return at


@given(st.text("abậ ", max_size=60), st.lists(st.tuples(WORDS, st.integers(1, 6)), max_size=40))
def test_as_the_plain_search(text: str, wanted: list[Nth]) -> None:
    found = nth_places(text, wanted)
    assert found == {nth: at for nth in wanted if (at := plain(text, *nth)) is not None}


SHAPES: dict[str, Callable[[int], tuple[str, list[tuple[str, int]]]]] = {
    "one word, every occurrence": lambda n: ("luật " * n, [("luật", k) for k in range(1, n + 1)]),
    "one word that is not there so often": lambda n: ("luật " * n, [("luật", n + k) for k in range(1, n + 1)]),
    "many words": lambda n: (" ".join(f"mục {k}," for k in range(n)), [(f"mục {k},", 1) for k in range(n)]),
    "many words that are not there": lambda n: ("mục 1, " * n, [(f"mục {k};", 1) for k in range(n)]),
    "words that go on alike": lambda n: ("a" * 8 * n, [("a" * 60 + f"b{k}", 1) for k in range(n)]),
}


def plan_of(shape: str, length: int) -> dict[str, str]:
    """A plan of one paragraph with as many pinned links."""
    text, wanted = SHAPES[shape](length)
    rows = "".join(f"  - {{at: i.p1, words: '{words}', occurrence: {number}, to: tt-1}}\n" for words, number in wanted)
    return {"plans/kh-1.yaml": f"{PLAN.partition('sections:')[0]}{SECTIONS.format(text)}links:\n{rows}"}


SECTIONS = "sections:\n  - id: i\n    label: I\n    paragraphs:\n      - {{id: i.p1, before: '', text: '{}'}}\n"


@pytest.mark.parametrize("shape", SHAPES)
def test_a_check_of_many_anchors_takes_time_in_proportion(shape: str, tmp_path: Path) -> None:
    spent = []
    for length in (1_000, 8_000):
        corpus = load(tmp_path / str(length), clean_files() | plan_of(shape, length))
        assert not [problem for problem in corpus.problems if problem.code.startswith("SRC")]
        spent.append(min(_time_of_check(corpus) for _ in range(3)))
    assert spent[1] < 24 * spent[0]  # eight times the plan; the square would be 64


def _time_of_check(corpus: Corpus) -> float:
    started = time.process_time()
    check_corpus(corpus)
    return time.process_time() - started
