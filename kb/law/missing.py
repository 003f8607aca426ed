"""What an undecided record lacks, and where to look for it."""

from __future__ import annotations

from kb.corpus.checkable import checkable_events
from kb.corpus.corpus import Corpus
from kb.law.normative import is_normative
from kb.law.rank import is_party
from kb.model import Document, Record


def missing(corpus: Corpus, record: Record) -> str:
    """A sentence for a record with an effect of which no start is known."""
    document = corpus.documents.get(record.id)
    if document is None:
        return f"chưa rõ ngày bắt đầu; tra văn bản phát động hoặc phê duyệt{_of_bodies(corpus, record)}"
    if record.events and not checkable_events(record):
        return f"chỉ thấy ở nguồn mà người đọc không mở lại được; {_where(corpus, document)}"
    if is_normative(document):
        lacking = "ngày có hiệu lực" if document.issued.is_known else "ngày ban hành và ngày có hiệu lực"
    else:
        lacking = "ngày ban hành"
    return f"chưa đọc được {lacking}; {_where(corpus, document)}"


def _where(corpus: Corpus, document: Document) -> str:
    """Where official texts of this kind are published."""
    if is_normative(document):
        return "tra điều khoản thi hành tại Cơ sở dữ liệu quốc gia về văn bản pháp luật (vbpl.vn) hoặc Công báo"
    if is_party(document):
        return "tra tại Hệ thống tư liệu - văn kiện Đảng (tulieuvankien.dangcongsan.vn)"
    return f"tra bản chính tại nơi ban hành{_of_bodies(corpus, document)}"


def _of_bodies(corpus: Corpus, record: Record) -> str:
    names = [corpus.bodies[i].name for i in record.responsible_bodies if i in corpus.bodies]
    return f" của {', '.join(names)}" if names and record.id not in corpus.documents else _in_brackets(names)


def _in_brackets(names: list[str]) -> str:
    return f" ({', '.join(names)})" if names else ""
