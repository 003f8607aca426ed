"""Ten thousand broken files in a run: each is a record or problems with places, never an exception.

KB_FUZZ=N asks for N files; KB_FUZZ_SEED=N begins elsewhere. `make fuzz` breaks a hundred thousand others.
"""

from __future__ import annotations

import os
from pathlib import Path

from kb.corpus.canonical import canonical
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.rules.run import check_corpus, fix_text
from tests.kb.rules.fuzz import SEEDS, broken
from tests.support.corpora import add_file, write

COUNT = int(os.environ.get("KB_FUZZ", "10000"))
SEED = int(os.environ.get("KB_FUZZ_SEED", "1"))
CHECKED_EACH = 200
"""Reading is tried on every file; the rules, which look at the whole corpus, mending and writing on one in so many."""


def test_fuzz(tmp_path: Path) -> None:
    whole = load_corpus(write(tmp_path, SEEDS))
    read = checked = 0
    for number, (name, content) in enumerate(broken(SEED, COUNT)):
        corpus = Corpus(whole.root, dict(whole.records), dict(whole.sourced))
        stem = Path(name).stem
        del corpus.records[stem], corpus.sourced[stem]
        add_file(corpus, name, content)
        assert all(p.message and p.mark.line >= 1 and p.mark.column >= 1 for p in corpus.problems)
        read += not corpus.problems
        if number % CHECKED_EACH == 0:
            checked += 1
            for problem in check_corpus(corpus):
                assert str(problem)
            for text in corpus.texts.values():
                fix_text(text)
                canonical(text, name.partition("/")[0])
    assert read > COUNT / 100
    assert checked >= COUNT / CHECKED_EACH
