"""Which record a new document is: the body that issued it, records that are this document already, its id."""

from __future__ import annotations

import re
from dataclasses import dataclass

from kb.corpus.corpus import Corpus
from kb.errors import UnknownRecord
from kb.importing.readings import Header
from kb.language.dates import PartialDate
from kb.language.fold import folded
from kb.language.phrases import words_of
from kb.model import UNKNOWN, Body, Document
from kb.model.vocabulary import DocumentType
from kb.number.document_number import DocumentNumber
from kb.number.types import BY_NAME

LONGEST_ID = 60
"""Characters of an id that is made of a title."""
MOST_WORDS_CUT_BY_CHARACTER = 12
"""A title of more words is cut in front of a word; in one of fewer, the last word may be cut."""


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
    """Id of the body with this id, name, alias or abbreviation, in any letter case, with or without marks.

    Raises UnknownRecord for none or several.
    """
    if text in corpus.bodies:
        return text
    wanted = folded(text.strip())
    named = {body.id: _folded_names(body) for body in corpus.bodies.values()}
    found = [key for key, names in named.items() if wanted in names]
    if len(found) == 1:
        return found[0]
    near = found or [key for key, names in named.items() if any(wanted and wanted in name for name in names)]
    hint = f"; có phải: {', '.join(near[:6])}" if near else "; thêm cơ quan vào corpus/bodies/ trước"
    raise UnknownRecord(f"không xác định được cơ quan “{text}” trong kho{hint}")


def _folded_names(body: Body) -> list[str]:
    return [folded(name) for name in (body.name, *body.aliases, *body.abbreviations)]


def find_duplicates(corpus: Corpus, known: Known) -> list[Document]:
    """Documents with this number and body whose year of issue is the same, or unknown on either side.

    A number typed without the marks of its letters (``06/2014/ND-CP``) is that of a document which has them.
    """
    number = DocumentNumber.parse(known.number)
    ids = corpus.by_number.get(number.match_key, ())
    if not ids and number.symbol.isascii():
        ids = corpus.by_number.get(number.folded_key, ())
    held = [corpus.documents[key] for key in ids]
    return [
        document
        for document in held
        if known.issuer in document.issuers
        and (not known.date.is_known or not document.issued.is_known or document.issued.year == known.date.year)
    ]


def header_duplicates(corpus: Corpus, header: Header) -> list[Document]:
    """Documents of the corpus with the number, body and year of this header.

    Of any body where the header names none that the corpus holds; none where it has no number.
    """
    if header.number is None:
        return []
    found: dict[str, Document] = {}
    for issuer in [body.id for body in header.bodies if body.id] or sorted(corpus.bodies):
        found |= {document.id: document for document in find_duplicates(corpus, _known(header, issuer))}
    return list(found.values())


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


def propose_id(corpus: Corpus, header: Header, name: str) -> str:
    """The id by the slug rules; of a document without a number, by its type and title, else by the file's `name`.

    Raises UnknownRecord as `new_id` does.
    """
    if header.number:
        issuer = next((body.id for body in header.bodies if body.id), "")
        return new_id(corpus, _known(header, issuer))
    plain = _id_of_title(header, name)
    wanted, times = plain or "vb", 1
    while wanted in corpus.records:
        times += 1
        wanted = f"{plain}-{times}"
    return wanted


def _id_of_title(header: Header, name: str) -> str:
    short = BY_NAME[header.document_type.label].short if header.document_type else "vb"
    words = [folded(word) for word in words_of(header.title.value if header.title else name)]
    cut = re.sub(r"[^a-z0-9-]+", "", "-".join([short, *words]))[:LONGEST_ID]
    whole = cut.rpartition("-")[0] if len(words) > MOST_WORDS_CUT_BY_CHARACTER else ""
    return whole or cut.strip("-")


def _known(header: Header, issuer: str) -> Known:
    assert header.number is not None
    kind = header.document_type or DocumentType.CONG_VAN
    issued = header.issued.value if header.issued else PartialDate.UNKNOWN
    return Known(header.number.value, kind, issuer, issued, UNKNOWN, "", "")


def _slug(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", folded(text)).strip("-")
