"""The citation of a document in the form of official texts.

State documents follow Nghị định 30/2020/NĐ-CP (Phụ lục I: the first citation gives type, number, date, issuing
body and title; later ones type and number). Party documents follow Hướng dẫn 36-HD/VPTW: a comma before the date,
the date in figures. What the corpus does not know is listed as missing, never invented.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from html import escape

from kb.corpus.corpus import Corpus
from kb.corpus.lookup import look_up
from kb.errors import UnknownRecord
from kb.law.rank import is_party
from kb.model import UNKNOWN, Document
from kb.model.vocabulary import DocumentType

_VERBS = re.compile(
    r"(?:về|quy định|ban hành|phê duyệt|hướng dẫn|sửa đổi|bổ sung|tiếp tục|lấy|công bố|điều chỉnh|tổ chức)\b",
    re.IGNORECASE,
)
_LAWS = frozenset({DocumentType.LUAT, DocumentType.PHAP_LENH})


@dataclass(frozen=True)
class Cited:
    """A citation in two lengths; `missing` names in Vietnamese what a full one needs and the corpus lacks."""

    id: str
    full: str
    short: str
    missing: tuple[str, ...] = ()

    def as_html(self) -> str:
        """One paragraph in the font of official texts: a word processor keeps the layout when it is pasted."""
        return f"<p style=\"font-family:'Times New Roman';font-size:14pt\">{escape(self.full)}</p>"

    def as_json(self) -> dict[str, object]:
        """The citation as JSON: {"id", "full", "short", "missing": [what the corpus lacks]}."""
        return {"id": self.id, "full": self.full, "short": self.short, "missing": list(self.missing)}


def cite_all(corpus: Corpus, text: str) -> list[Cited]:
    """The citations of the documents of a number or id. Raises UnknownRecord, also for what is no document."""
    records = look_up(corpus, text)
    documents = [corpus.documents[record.id] for record in records if record.id in corpus.documents]
    if not documents:
        raise UnknownRecord(f"“{records[0].name_text}” không phải văn bản nên không có cách viện dẫn")
    return [cite(corpus, document) for document in documents]


def cite(corpus: Corpus, document: Document) -> Cited:
    """The citation of a document; parts that are unknown are left out of it and listed."""
    number = "" if document.number == UNKNOWN else f" số {document.number}"
    day, body, title = issued_on(document), _body(corpus, document), _title(document)
    missing = tuple(
        part
        for part, known in (
            ("số, ký hiệu", number),
            ("ngày ban hành", day),
            ("cơ quan ban hành", body),
            ("tên văn bản", title),
        )
        if not known
    )
    type_name = document.type.label
    if document.type in _LAWS and document.title != UNKNOWN:
        # the name of a law stands before its number
        name = document.title if document.title.startswith(type_name) else f"{type_name} {document.title}"
        return Cited(document.id, f"{name}{number}{day}", f"{name}{number}", missing)
    of = f" của {body}" if body else ""
    if not number and document.title.startswith(type_name):
        return Cited(document.id, f"{document.title}{day}{of}", document.title, missing)
    return Cited(document.id, f"{type_name}{number}{day}{of}{title}", f"{type_name}{number}", missing)


def cite_issued(corpus: Corpus, document: Document) -> str:
    """Type, number, date and body, without the title: what stands in place of a mistyped citation."""
    full, title = cite(corpus, document).full, _title(document)
    return full[: -len(title)] if title and full.endswith(title) else full


def issued_on(document: Document) -> str:
    """`` ngày 28 tháng 12 năm 2021`` (state), ``, ngày 22/6/2015`` (Party); empty where the day is unknown."""
    if not document.issued.is_day:
        return ""
    return day_in_words(document.issued.first_day, party=is_party(document))


def day_in_words(issued: date, *, party: bool = False) -> str:
    """A day as it follows the number, in words or, in texts of the Party, in figures."""
    # a zero before 1 and 2 of months, and before days under 10: it keeps figures from being added in front
    day, month, year = f"{issued.day:02}", f"{issued.month:02}" if issued.month < 3 else issued.month, issued.year
    return f", ngày {day}/{month}/{year}" if party else f" ngày {day} tháng {month} năm {year}"


def _body(corpus: Corpus, document: Document) -> str:
    names = [corpus.bodies[i].name for i in document.issuers if i in corpus.bodies]
    return ", ".join(names[:-1]) + (" và " if len(names) > 1 else "") + names[-1] if names else ""


def _title(document: Document) -> str:
    """The title as it follows the body: a clause, or a name in quotation marks."""
    if document.title == UNKNOWN:
        return ""
    return title_in_words(re.sub(rf"^{document.type.label} của [^,]+? (?=về )", "", document.title))


def title_in_words(title: str) -> str:
    """A title as it follows the body: a clause, or a name in quotation marks."""
    if _VERBS.match(title):
        return f" {title[0].lower()}{title[1:]}"
    if title[0].islower() or "“" in title:
        return f" về {title}"
    return f" về “{title}”"


def name_of(corpus: Corpus, record_id: str) -> str:
    """A record's short name: number for a document, name for the rest, the id when there is no record."""
    record = corpus.records.get(record_id)
    return record.short_name if record else record_id
