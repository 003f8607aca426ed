"""Seconds of a review against a small and a large corpus, which must not differ much: `kb.review` looks documents up.

    python -m tests.bench.review [--documents 60000]

The corpus is the real one; the large one has as many documents more as are asked for, of other numbers, days and titles
made of the words of real titles. The draft cites what is held, what is not, and numbers with a slip. Opening is left
out: reading the corpus and making the tables, of which the first review makes some.
"""

from __future__ import annotations

import argparse
import random
import time
from datetime import date

import msgspec

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import Draft
from kb.language.dates import PartialDate
from kb.model.vocabulary import DocumentType, EventKind
from kb.review.judge import Reviewer
from tests.support.paths import ROOT

BOUND = 1.5
"""Times the seconds against the small corpus that a review may take against the large one."""
DAY = date(2026, 11, 29)
SYMBOLS = {
    DocumentType.QUYET_DINH: ("QĐ-TTg", "QĐ-UBND"),
    DocumentType.NGHI_DINH: ("NĐ-CP",),
    DocumentType.THONG_TU: ("TT-BCA", "TT-BTC", "TT-BNV"),
    DocumentType.KE_HOACH: ("KH-UBND",),
}


def grown(corpus: Corpus, documents: int) -> Corpus:
    """The corpus with so many documents more."""
    chance, records = random.Random(1), dict(corpus.records)
    own = list(corpus.documents.values())
    words = [word for document in own for word in document.title.split()]
    for number in range(documents):
        type_ = chance.choice(list(SYMBOLS))
        year, day = chance.randrange(1990, 2026), f"{chance.randrange(1, 13):02}-{chance.randrange(1, 29):02}"
        typed = f"{chance.randrange(1, 4000)}/{year}/{chance.choice(SYMBOLS[type_])}"
        if type_ in (DocumentType.QUYET_DINH, DocumentType.KE_HOACH):
            typed = typed.replace(f"/{year}", "")
        like = next(d for d in own if d.events and d.events[0].kind is EventKind.ISSUED)
        issued = msgspec.structs.replace(like.events[0], date=PartialDate.parse(f"{year}-{day}"))
        title = "Về " + " ".join(chance.choices(words, k=14))
        records[f"x-{number}"] = msgspec.structs.replace(
            like, id=f"x-{number}", number=typed, type=type_, title=title, events=(issued,), relations=()
        )
    return Corpus(corpus.root, records)


def draft(corpus: Corpus) -> Draft:
    """A draft that cites every document as it is, with a slip in its number, and one that is not held."""
    lines = []
    for document in corpus.documents.values():
        day = f" ngày {document.issued.shown}" if document.issued.is_day else ""
        lines += [
            f"Căn cứ {document.type.label} số {document.number}{day} về {document.title};",
            f"Căn cứ {document.type.label} số 1{document.number}{day} về {document.title};",
            f"Căn cứ {document.type.label} số {document.number[::-1]}9/2019/QĐ-TTg ngày 05/6/2019 về công tác dân vận;",
        ]
    return Draft("du-thao.txt", "\n".join(lines))


def seconds(reviewer: Reviewer, text: Draft, runs: int) -> float:
    """The least of several reviews, of the processor's time: other work on the machine lengthens some."""
    taken = []
    for _ in range(runs):
        start = time.process_time()
        reviewer.review(text, DAY)
        taken.append(time.process_time() - start)
    return min(taken)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--documents", type=int, default=60_000)
    parser.add_argument("--runs", type=int, default=5)
    options = parser.parse_args()
    small = load_corpus(ROOT / "corpus")
    text, figures = draft(small), []
    for corpus in (small, grown(small, options.documents)):
        start = time.perf_counter()
        reviewer = Reviewer(corpus)
        opened = time.perf_counter() - start
        start = time.perf_counter()
        found = reviewer.review(text, DAY).findings
        first = time.perf_counter() - start
        figures.append(seconds(reviewer, text, options.runs))
        said = f"{len(found)} citations: opened in {opened:.2f} s, first {first:.2f} s, then {figures[-1]:.3f} s"
        print(f"{len(corpus.documents)} documents, {said}")
    print(f"{figures[1] / figures[0]:.2f} times (bound {BOUND})")


if __name__ == "__main__":
    main()
