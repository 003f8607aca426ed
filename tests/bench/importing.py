"""The fields of documents read by `kb import`, against a table of what the files say.

    python -m tests.bench.importing FOLDER TRUTH.tsv [--set held] [--wrong]

TRUTH has a line for each file of FOLDER, with the columns of `COLUMNS` under a line of their names: the number, the
type, the ISO date, the issuing bodies (joined by ``; ``), the title, the signers (joined by ``; ``) and how many
articles the act itself has. ``-`` says that the file does not state it, an empty cell that nobody judged it. Letter
case, marks of punctuation and old spellings do not count. For each field: right, wrong and missed where the file states
it, read where it does not, and how many of the wrong ones were called certain; `--wrong` lists these.
"""

from __future__ import annotations

import argparse
import csv
import time
from collections import Counter
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.drafts import open_draft
from kb.errors import InvalidNumber, KbError
from kb.importing.read_document import Imported, read_document
from kb.importing.readings import CERTAIN
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.model.vocabulary import ProvisionKind
from kb.number.document_number import DocumentNumber

FIELDS = ("number", "type", "date", "issuer", "title", "signer", "articles")
COLUMNS = ("file", "set", *FIELDS)


def articles(imported: Imported) -> int:
    """How many articles stand in the act itself, in front of what is attached to it."""
    kinds = [piece.kind for piece in imported.pieces]
    end = kinds.index(ProvisionKind.PHU_LUC) if ProvisionKind.PHU_LUC in kinds else len(kinds)
    return kinds[:end].count(ProvisionKind.DIEU)


def read(corpus: Corpus, path: Path) -> dict[str, tuple[str, float]]:
    """(value as the table writes it, confidence) for each field; an empty value where nothing was read."""
    imported = read_document(corpus, open_draft(path))
    header = imported.header
    single = {"number": header.number, "type": header.type, "title": header.title, "signer": header.signer}
    found = {name: (str(read.value), read.confidence) if read else ("", 0.0) for name, read in single.items()}
    found["date"] = (str(header.issued.value), header.issued.confidence) if header.issued else ("", 0.0)
    names = "; ".join(body.name for body in header.bodies)
    found["issuer"] = (names, min((body.confidence for body in header.bodies), default=0.0))
    count = articles(imported)
    return found | {"articles": (str(count) if count else "", 0.0)}


def same(field: str, value: str, truth: str) -> bool:
    """Whether the value read is what the file says."""
    if field == "number":
        try:
            return DocumentNumber.parse(value).match_key == DocumentNumber.parse(truth).match_key
        except InvalidNumber:
            return folded(value) == folded(truth)
    if field in ("date", "articles"):
        return value == truth
    if field in ("issuer", "signer"):
        return sorted(map(_plain, value.split(";"))) == sorted(map(_plain, truth.split(";")))
    return _plain(value) == _plain(truth)


def _plain(text: str) -> str:
    return folded(" ".join(words_of(text)))


def verdict(field: str, value: str, truth: str) -> str:
    """``right``, ``wrong``, ``missed``, or ``invented``: read where the file states nothing."""
    if truth == "-":
        return "invented" if value else "right"
    if not value:
        return "missed"
    return "right" if same(field, value, truth) else "wrong"


def rows_of(truth: Path, chosen: str) -> list[dict[str, str]]:
    """The lines of the table, of one set where it is named."""
    with truth.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))
    return [row for row in rows if chosen in ("", row["set"])]


Counts = dict[str, Counter[str]]


def judged(row: dict[str, str], found: dict[str, tuple[str, float]], counts: Counts) -> list[str]:
    """Count what was read of a file; a line for each field that was not read right."""
    wrong = []
    for field in (field for field in FIELDS if row[field]):
        value, sure = found[field]
        result = verdict(field, value, row[field])
        counts[field][result] += 1
        if result != "right":
            counts[field]["certain and not right"] += bool(value) and sure >= CERTAIN
            wrong.append(f"{row['file']}\t{field}\t{result}\t{sure:.2f}\t{value}\t≠ {row[field]}")
    return wrong


def table(counts: Counts) -> list[str]:
    """A line for each field: the share read right, and what became of the others."""
    lines = []
    for field, count in counts.items():
        total = sum(count[name] for name in ("right", "wrong", "missed", "invented"))
        parts = ", ".join(f"{name} {count[name]}" for name in ("wrong", "missed", "invented", "certain and not right"))
        share = count["right"] / total if total else 0.0
        lines.append(f"{field:9} {share:.3f} ({count['right']} of {total}); {parts}")
    return lines


def main() -> None:
    """Read every file of the table and print how much of it was read right."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("truth", type=Path)
    parser.add_argument("--set", default="", help="only the files of this set")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"))
    parser.add_argument("--wrong", action="store_true", help="list what was not read right")
    arguments = parser.parse_args()
    corpus = load_corpus(arguments.corpus)
    counts: Counts = {field: Counter() for field in FIELDS}
    rows, begun, wrong = rows_of(arguments.truth, arguments.set), time.perf_counter(), []
    for row in rows:
        try:
            wrong += judged(row, read(corpus, arguments.folder / row["file"]), counts)
        except KbError as error:
            print(f"{row['file']}: {error}")
    print(f"{len(rows)} files in {time.perf_counter() - begun:.0f} s", *table(counts), sep="\n")
    if arguments.wrong:
        print(*wrong, sep="\n")


if __name__ == "__main__":
    main()
