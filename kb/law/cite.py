"""The citation of a document in the form of official texts.

State documents follow Nghị định 30/2020/NĐ-CP (Phụ lục I: the first citation gives type, number, date, issuing
body and title; later ones type and number; of laws and ordinances type and name); circulars are those of the officer
who heads the body. Party documents follow Quy định 399-QĐ/TW ngày 09/01/2026 and Hướng dẫn 05-HD/VPTW ngày 27/5/2026:
a comma before the date, the date in figures. A text is named with those that had amended it by the day, as texts of
2026 do. What the corpus does not know is listed as missing, never invented.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from kb.corpus.checkable import is_abridged, is_inferred
from kb.corpus.corpus import Corpus
from kb.corpus.lookup import number_of
from kb.errors import UnknownRecord
from kb.law.amended import LAWS, amended_by, as_basis, law_name
from kb.law.cautions import cautions
from kb.law.officer import issuing
from kb.law.rank import is_party
from kb.law.written_out import written_out
from kb.model import UNKNOWN, Document, Record
from kb.model.vocabulary import DocumentType, RelationKind

_VERBS = re.compile(
    r"(?:về|trong|nhằm|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|tiếp tục|lấy|công bố|điều chỉnh|tổ chức)"
    r"\b",
    re.IGNORECASE,
)
_AGREED = frozenset(
    {
        DocumentType.CHUONG_TRINH_PHOI_HOP,
        DocumentType.CHUONG_TRINH,
        DocumentType.NGHI_QUYET_LIEN_TICH,
        DocumentType.KE_HOACH,
        DocumentType.QUY_CHE,
    }
)
"""Types of text that several bodies agree on, where they have issued one together."""
_QUOTED = re.compile(r"(?P<lead>về (?:việc )?)?“(?P<words>[^“”]+)”", re.IGNORECASE)
_WORD = re.compile(r"(?<![\w/-])\w+(?![\w/-])")
"""A word that is no part of a number: not CT, TW in ``48-CT/TW``."""
CENTRAL_COMMITTEE = "bch-trung-uong"


@dataclass(frozen=True)
class Cited:
    """A citation in two lengths, and as a legal basis.

    `missing` names in Vietnamese what a full one needs and the corpus lacks, `doubts` what it only infers and what it
    warns of.
    """

    id: str
    full: str
    short: str
    missing: tuple[str, ...] = ()
    basis: str = ""
    doubts: tuple[str, ...] = ()

    def as_html(self) -> str:
        """One paragraph in the font of official texts: a word processor keeps the layout when it is pasted."""
        return f"<p style=\"font-family:'Times New Roman';font-size:14pt\">{escape(self.full)}</p>"

    def as_json(self) -> dict[str, object]:
        """The citation as JSON: {"id", "full", "short", "missing": [what the corpus lacks], "doubts": [sentence]}."""
        said = {"id": self.id, "full": self.full, "short": self.short}
        return {**said, "missing": list(self.missing), "doubts": list(self.doubts)}


def cite_all(corpus: Corpus, records: Sequence[Record], day: date) -> list[Cited]:
    """The citations on a day of those records that are documents. Raises UnknownRecord where none is."""
    documents = [corpus.documents[record.id] for record in records if record.id in corpus.documents]
    if not documents:
        raise UnknownRecord(f"“{records[0].name_text}” không phải văn bản nên không có cách viện dẫn")
    return [cite(corpus, document, day) for document in documents]


def cite(corpus: Corpus, document: Document, day: date) -> Cited:
    """The citation of a document on a day; parts that are unknown are left out of it and listed."""
    number = "" if document.number == UNKNOWN else f" số {document.number}"
    issued, body, title = issued_on(document), _body(corpus, document), _title(document)
    parts = {"số, ký hiệu": number, "ngày ban hành": issued, "cơ quan ban hành": body, _missing_title(document): title}
    missing = tuple(part for part, known in parts.items() if not known)
    full, short = _forms(document, number, issued, body, title)
    if is_shared(corpus, document) if number else short == document.type.label:
        short += _short_day(document)
    amended = amended_by(corpus, document, day)
    basis = written_out(corpus, as_basis(corpus, document, full) + amended)
    return Cited(document.id, full + amended, short, missing, basis, doubts_of(corpus, document, day))


def doubts_of(corpus: Corpus, document: Document, day: date) -> tuple[str, ...]:
    """What its citation only infers, abbreviations in its title, and what is to be heeded on the day."""
    told = {"cơ quan ban hành": ("issuers", _body(corpus, document)), "tên": ("title", _title(document))}
    inferred = tuple(
        f"{part} là suy ra, chưa đọc trên văn bản"
        for part, (fact, known) in told.items()
        if known and is_inferred(document, fact)
    )
    return (*inferred, *_abbreviated(corpus, document), *cautions(corpus, document, day))


def _abbreviated(corpus: Corpus, document: Document) -> Iterator[str]:
    """The abbreviations in a title that is printed: sources shorten what the text itself may write in full."""
    known = {term.abbreviation for term in corpus.terms.values()}
    met = [word for word in dict.fromkeys(_WORD.findall(_title(document))) if word in known]
    if met:
        yield f"tên có chữ viết tắt như nguồn đã đọc ({', '.join(met)}); đối chiếu với văn bản gốc"


def _forms(document: Document, number: str, day: str, body: str, title: str) -> tuple[str, str]:
    """The citation in full and in short."""
    type_name = document.type.label
    if document.type in LAWS and document.title != UNKNOWN:
        # the name of a law stands before its number
        name = law_name(document)
        return f"{name}{number}{day}", f"{name}{number}"
    of = f" {body}" if body else ""
    if not number and document.title.startswith(type_name):
        return f"{document.title}{day}{of}", document.title
    return f"{type_name}{number}{day}{of}{title}", f"{type_name}{number}"


def cite_issued(corpus: Corpus, document: Document) -> str:
    """Type, number, date and body, without the title: what stands in place of a mistyped citation.

    The body goes by its own name, as in the draft: whose the text is was not wrong there.
    """
    number = "" if document.number == UNKNOWN else f" số {document.number}"
    return _forms(document, number, issued_on(document), _body(corpus, document, officer=False), "")[0]


def issued_on(document: Document) -> str:
    """`` ngày 28 tháng 12 năm 2021`` (state), ``, ngày 22/6/2015`` (Party); empty where the day is unknown."""
    if not document.issued.is_day:
        return ""
    return day_in_words(document.issued.first_day, party=is_party(document))


def day_in_words(issued: date, *, party: bool) -> str:
    """A day as it follows the number, in words or, in texts of the Party, in figures."""
    day, month, year = _figures(issued).split("/")
    return f", ngày {day}/{month}/{year}" if party else f" ngày {day} tháng {month} năm {year}"


def in_figures(document: Document) -> str:
    """``22/6/2015``: a zero before 1 and 2 of months, and before days under 10, so that no figure is added in front."""
    return _figures(document.issued.first_day)


def _figures(issued: date) -> str:
    return f"{issued.day:02}/{f'{issued.month:02}' if issued.month < 3 else issued.month}/{issued.year}"


def _short_day(document: Document) -> str:
    """``, ngày 22/6/2015`` or `` ngày 18/02/2025``, behind a number that others bear too, or a type without one."""
    if not document.issued.is_day:
        return ""
    return f"{',' if is_party(document) else ''} ngày {in_figures(document)}"


def is_shared(corpus: Corpus, document: Document) -> bool:
    """Whether other documents bear the number, as far as the corpus knows: held ones, or some told by number alone."""
    number = number_of(document)
    bearing = corpus.by_number.get(number.match_key, ()) if number else ()
    told = any(relation.kind is RelationKind.TRUNG_SO for relation in document.numbered_relations)
    return told or any(corpus.documents[i].number == document.number for i in bearing if i != document.id)


def _body(corpus: Corpus, document: Document, *, officer: bool = True) -> str:
    """``của Bộ trưởng Bộ Công an`` of a circular; ``giữa A và B`` of a text that several bodies agreed on."""
    names = [_body_name(corpus, document, i) for i in document.issuers if i in corpus.bodies]
    if officer:
        names = [issuing(document.type.label, name) for name in names]
    if not names:
        return ""
    joined = ", ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1]
    return f"{'giữa' if len(names) > 1 and document.type in _AGREED else 'của'} {joined}"


def _body_name(corpus: Corpus, document: Document, body: str) -> str:
    """The name of a body; of the Central Committee with its meeting and its term, since its numbers begin anew."""
    name = corpus.bodies[body].name
    if body != CENTRAL_COMMITTEE:
        return name
    meeting = f"{document.session} " if document.session else ""
    return f"{meeting}{name}{f' khóa {document.term}' if document.term else ''}"


def _missing_title(document: Document) -> str:
    return "tên đầy đủ (kho chỉ có tên rút gọn)" if is_abridged(document) else "tên văn bản"


def _title(document: Document) -> str:
    """The title as a clause behind the body, without quotation marks of its own; empty where it is not known whole."""
    if document.title == UNKNOWN or is_abridged(document):
        return ""
    return title_in_words(re.sub(rf"^{document.type.label} của [^,]+? (?=về )", "", document.title))


def title_in_words(title: str) -> str:
    """A title as a clause behind the body, without quotation marks of its own."""
    title = _unquoted(title)
    return f" {_small(title)}" if _VERBS.match(title) else f" về {_small(title)}"


def _unquoted(title: str) -> str:
    """A title without quotation marks around all of it: ``“Đẩy mạnh …”``, ``về “Đẩy mạnh …”``."""
    whole = _QUOTED.fullmatch(title)
    return f"{whole['lead'] or ''}{_small(whole['words']) if whole['lead'] else whole['words']}" if whole else title


def _small(words: str) -> str:
    """Words as they follow others: small, unless they begin with an abbreviation."""
    first = words.split(" ", 1)[0]
    return words if first.isupper() and len(first) > 1 else f"{words[0].lower()}{words[1:]}"


def name_of(corpus: Corpus, record_id: str) -> str:
    """A record's short name: number for a document, name for the rest, the id when there is no record."""
    record = corpus.records.get(record_id)
    return record.short_name if record else record_id
