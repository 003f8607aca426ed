"""A new document's file: its id by the slug rules, its duplicates, its YAML with the unknowns marked."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.errors import UnknownRecord
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME


@dataclass(frozen=True)
class Known:
    """What the editor knows. `date` is as exact as known; a text that is not is ``unknown``.

    `where` is the place the document was read, `checked` the ISO day of the reading.
    """

    number: str
    type: DocumentType
    issuer: str
    date: PartialDate
    title: str
    where: str
    checked: str


def find_body(corpus: Corpus, text: str) -> str:
    """Id of the body of this id, name, alias or abbreviation. Raises UnknownRecord for none or several."""
    if text in corpus.bodies:
        return text
    wanted = folded(text.strip())
    named = {
        body.id: [folded(name) for name in (body.name, *body.aliases, *body.abbreviations)]
        for body in corpus.bodies.values()
    }
    found = [key for key, names in named.items() if wanted in names]
    if len(found) == 1:
        return found[0]
    near = found or [key for key, names in named.items() if any(wanted and wanted in name for name in names)]
    hint = f"; có phải: {', '.join(near[:6])}" if near else "; thêm cơ quan vào corpus/bodies/ trước"
    raise UnknownRecord(f"không xác định được cơ quan “{text}” trong kho{hint}")


def find_duplicates(corpus: Corpus, known: Known) -> list[Document]:
    """Documents with this number and body whose year of issue is the same, or unknown on either side."""
    number = DocumentNumber.parse(known.number)
    held = [corpus.documents[key] for key in corpus.by_number.get(number.match_key, ())]
    return [
        document
        for document in held
        if known.issuer in document.issuers
        and (not known.date.is_known or not document.issued.is_known or document.issued.year == known.date.year)
    ]


def new_id(corpus: Corpus, known: Known) -> str:
    """Type, number, and the year where the number has none; the body too where another document has that id.

    Raises UnknownRecord where even that is taken.
    """
    number = DocumentNumber.parse(known.number)
    short = BY_NAME[known.type.label].short
    year = "" if number.year else known.date.year
    plain = _slug(f"{short} {number} {year}")
    for wanted in (plain, f"{plain}-{known.issuer}"):
        if wanted not in corpus.records:
            return wanted
    raise UnknownRecord(f"mã “{plain}” và “{plain}-{known.issuer}” đều đã dùng trong kho")


def skeleton(known: Known, record_id: str) -> str:
    """The YAML of the file: what is known with its witness, what is not as ``unknown``."""
    facts = ["number", "issuers"] + (["title"] if known.title != UNKNOWN else [])
    lines = [
        f"id: {record_id}",
        f"number: {DocumentNumber.parse(known.number)}",
        f"type: {known.type.value}",
        "issuers:",
        f"  - {known.issuer}",
        "signer: unknown",
        f"title: {_scalar(known.title)}",
        "summary: unknown",
        "applies_to: unknown",
        "events:",
        "  - kind: issued",
        f"    date: {_scalar(str(known.date))}",
        *_witnessed("    "),
        "witnesses:",
        "  - facts:",
        *(f"      - {fact}" for fact in facts),
        *_witnessed("    "),
        "sources:",
        "  - id: s1",
        f"    where: {_scalar(known.where)}",
        f"    checked: '{known.checked}'",
    ]
    return "\n".join(lines) + "\n"


def _witnessed(indent: str) -> list[str]:
    return [f"{indent}sure: read", f"{indent}sources:", f"{indent}  - s1"]


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")


def _scalar(text: str) -> str:
    """One line of text as a YAML scalar: bare where that is safe, else quoted; JSON's quotes are YAML's."""
    if re.fullmatch(r"[^\W\d_][\w /,.()-]*[\w)]", text):
        return text
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return json.dumps(text, ensure_ascii=False)
