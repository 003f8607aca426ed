"""Small corpora for tests: a clean one on disk, and edits to it."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from kb.corpus.corpus import Corpus
from kb.corpus.file_text import decode
from kb.corpus.load import load_corpus, take_text
from kb.model import CLASS_OF_FOLDER

PLAN = "kh-hoi-lhpn-soc-trang-tdbvantq-2024"
"""The plan with which the corpus began; others may follow."""
SOURCES = "sources:\n  - {id: s1, where: https://example.vn/a, checked: 2026-01-02}\n"
WITNESSES = "witnesses:\n  - {{facts: [{facts}], sure: read, sources: [s1]}}\n"
DOCUMENT = """\
id: {id}
number: {number}
type: {type}
issuers: [bo-a]
signer: unknown
title: {title}
summary: Tóm tắt.
applies_to: unknown
events:
{events}
{more}"""


def body(id_: str, name: str, more: str = "") -> str:
    """YAML of a body; `more` is further YAML lines."""
    return f"id: {id_}\nname: {name}\nlevel: trung-uong\n{more}{WITNESSES.format(facts='name')}{SOURCES}"


def document(id_: str, number: str, issued: str, events: str = "", more: str = "", type_: str = "thong-tu") -> str:
    """YAML of a document with an `issued` event; `events` and `more` are further YAML lines."""
    lines = f"  - {{kind: issued, date: {issued}, sure: read, sources: [s1]}}\n{events}".rstrip()
    head = DOCUMENT.format(id=id_, number=number, type=type_, title=f"Về việc {id_}", events=lines, more=more)
    return head + WITNESSES.format(facts="number, issuers, title") + SOURCES


def clean_files() -> dict[str, str]:
    """A corpus of one body and two documents without any fault."""
    return {
        "bodies/bo-a.yaml": body("bo-a", "Bộ A"),
        "documents/tt-1.yaml": document("tt-1", "01/2020/TT-BA", "2020-01-01"),
        "documents/tt-2.yaml": document(
            "tt-2",
            "02/2021/TT-BA",
            "2021-01-01",
            more="relations:\n  - {kind: can_cu, to: tt-1, sure: read, sources: [s1]}\n",
        ),
    }


def write(root: Path, files: Mapping[str, str]) -> Path:
    """Write a corpus folder and return it."""
    for name, text in files.items():
        path = root / "corpus" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
    return root / "corpus"


def load(root: Path, files: Mapping[str, str]) -> Corpus:
    """Write and read a corpus."""
    return load_corpus(write(root, files))


def add_file(corpus: Corpus, name: str, content: bytes) -> None:
    """Add a file that is not on the disk (``documents/tt-9.yaml``), by its content, to a corpus that was read."""
    shown = f"{corpus.root.name}/{name}"
    text, problems = decode(content, shown)
    corpus.problems += problems
    if text is not None:
        take_text(corpus, CLASS_OF_FOLDER[name.partition("/")[0]], shown, text)
