"""What kb does with a text of a user, each in this process: what is timed."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from datetime import date
from functools import cache
from pathlib import Path

from kb.citation.find import find
from kb.corpus.canonical import canonical
from kb.corpus.corpus import Corpus
from kb.corpus.load import load_corpus
from kb.corpus.packed import pack
from kb.drafts import Draft
from kb.drafts.html import parts_of
from kb.importing import Origin
from kb.importing.document_yaml import document_yaml
from kb.importing.plan_sections import sections
from kb.importing.plan_yaml import plan_yaml
from kb.importing.read_document import read_document
from kb.importing.remarks import without_remarks
from kb.language.legacy import read_legacy
from kb.register.compiled import compiled
from kb.register.folder import read_tables
from kb.register.shards import sharded
from kb.review.formats import shown
from kb.review.judge import review
from kb.review.portable import PortableReview
from kb.rules.report import FORMATS
from kb.rules.run import check_corpus, fix_text
from tests.support.corpora import add_file, clean_files, write
from tests.support.paths import ROOT

DAY = date(2026, 1, 2)
ORIGIN = Origin("tệp thử", "2026-01-02")


@cache
def real() -> Corpus:
    """The corpus of the product: drafts are read beside it."""
    return load_corpus(ROOT / "corpus")


@cache
def small() -> Corpus:
    """A clean corpus of three records: files are checked beside it."""
    with tempfile.TemporaryDirectory() as folder:
        return load_corpus(write(Path(folder), clean_files()))


def reviewed(text: str) -> None:
    """`kb review` of a text file, as lines and as JSON."""
    found = review(real(), Draft("a.txt", text), DAY)
    for form in ("text", "json", "html", "sarif"):
        shown([found], form, color=False)


@cache
def portable() -> PortableReview:
    """The review of the page that checks drafts, with every shard of the register at hand."""
    sources, shards = sharded(compiled(read_tables(ROOT / "corpus" / "register")))
    review = PortableReview(pack(real()), sources)
    review.check("a.txt", b"A", DAY.isoformat())
    review.go_on(dict(enumerate(shards)))
    return review


def reviewed_on_a_page(text: str) -> None:
    """What the page that checks drafts says of a text file."""
    portable().check("a.txt", text.encode("utf-8", "surrogatepass"), DAY.isoformat())


def imported(text: str) -> None:
    """`kb import` of a text file, as a document."""
    draft = Draft("a.txt", text)
    document_yaml(draft, read_document(real(), draft), "vb-1", ORIGIN)


def imported_plan(text: str) -> None:
    """`kb import --plan` of a text file."""
    draft = Draft("a.txt", text)
    plan_yaml(draft, read_document(real(), draft), "kh-1", ORIGIN)


def parted(text: str) -> None:
    """The sections into which `kb import --plan` cuts a text file."""
    draft = Draft("a.txt", text)
    sections(draft, read_document(real(), draft).header)


def imported_pages(text: str) -> None:
    """What `kb import` reads in a file with pages, whose lines a margin broke."""
    read_document(real(), Draft("a.pdf", text, paged=True))


def seen(text: str) -> None:
    """What a reader sees of a web page."""
    parts_of(text.encode("utf-8", "surrogatepass"))


def checked(text: str) -> None:
    """`kb check` of a file of the corpus."""
    whole = small()
    corpus = Corpus(
        whole.root, dict(whole.records), dict(whole.sourced), only=frozenset({"corpus/documents/tt-9.yaml"})
    )
    add_file(corpus, "documents/tt-9.yaml", text.encode("utf-8", "surrogatepass"))
    FORMATS["text"](check_corpus(corpus), 1)


def formatted(text: str) -> None:
    """`kb fmt --reviewed` of a document."""
    without_remarks(canonical(text, "documents")[0])


def formatted_plan(text: str) -> None:
    """`kb fmt` of a plan."""
    canonical(text, "plans")


READERS: dict[str, Callable[[str], object]] = {
    "find": find,
    "legacy": read_legacy,
    "review": reviewed,
    "review-page": reviewed_on_a_page,
    "import": imported,
    "import-plan": imported_plan,
    "import-parts": parted,
    "import-pages": imported_pages,
    "page": seen,
    "check": checked,
    "fix": fix_text,
    "fmt": formatted,
    "fmt-plan": formatted_plan,
}
"""Reader by the name that the table of attacks and the fuzzer give it."""
