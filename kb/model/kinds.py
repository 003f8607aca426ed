"""The kinds of records, one row each: what differs from kind to kind in words and places.

A record class names its row as ``record_kind``; what a record of the kind answers stands in the module of its class.
"""

from __future__ import annotations

from typing import NamedTuple


class RecordKind(NamedTuple):
    """One kind of record: how data, folders, pages and readers call it."""

    name: str
    """The word in JSON, and the name of the schema: ``document``."""
    folder: str
    """The folder inside the corpus: ``documents``."""
    label: str
    """What a reader calls one: ``Văn bản``. It also heads the list of the kind."""
    pages: str
    """The folder of the kind's pages on the site, which is the address of its list: ``van-ban``."""
    own_page: bool = True
    """Whether each record has a page; without one it is a place on the page of the list."""
    has_effect: bool = False
    """Whether dated events give a record of the kind a status on a day (`kb.law.effect`)."""
    verbatim: bool = False
    """Whether a file holds the text of others and keeps it to the letter: no spelling is mended, no line wrapped."""

    @property
    def list_address(self) -> str:
        """The page that lists the records of the kind, from the site's root: ``van-ban/``."""
        return f"{self.pages}/"

    def address(self, record_id: str) -> str:
        """Where a record is shown, from the site's root: ``van-ban/nd-1/``, ``thuat-ngu/#hdnd``."""
        return f"{self.pages}/{record_id}/" if self.own_page else f"{self.pages}/#{record_id}"


def alternatives(kinds: tuple[RecordKind, ...]) -> str:
    """The kinds as a sentence names them: ``văn bản hoặc chương trình, phong trào``."""
    return " hoặc ".join(kind.label.lower() for kind in kinds)


DOCUMENT = RecordKind("document", "documents", "Văn bản", "van-ban", has_effect=True)
PROGRAMME = RecordKind("programme", "programmes", "Chương trình, phong trào", "chuong-trinh", has_effect=True)
OBSERVANCE = RecordKind("observance", "observances", "Ngày kỷ niệm, hưởng ứng", "ngay")
BODY = RecordKind("body", "bodies", "Cơ quan, tổ chức", "co-quan")
MODEL = RecordKind("model", "models", "Mô hình", "mo-hinh")
TERM = RecordKind("term", "terms", "Từ viết tắt", "thuat-ngu", own_page=False)
TOPIC = RecordKind("topic", "topics", "Chủ đề", "chu-de")
PLAN = RecordKind("plan", "plans", "Kế hoạch", "ke-hoach", verbatim=True)

KINDS = (DOCUMENT, PROGRAMME, OBSERVANCE, BODY, MODEL, TERM, TOPIC, PLAN)
"""Every kind, in the order in which kinds are listed."""


def is_verbatim(folder: str) -> bool:
    """Whether the files of this folder of the corpus are kept to the letter."""
    return any(kind.verbatim for kind in KINDS if kind.folder == folder)
