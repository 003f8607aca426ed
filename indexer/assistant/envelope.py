"""What stands around every answer to an assistant: where it was found, its day, and how far sources were read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from kb.corpus.age import last_checked
from kb.corpus.corpus import Corpus
from kb.register.entry import RegisterEntry
from kb.register.layers import LayerRegister
from kb.register.sources import known_sources

Answer = dict[str, Any]
NOT_HELD = (
    "KHÔNG CÓ TRONG KHO, và đó là tất cả những gì kho biết. Không được suy ra rằng văn bản không tồn tại, cũng không "
    "được tự viết ra ngày, cơ quan, trích yếu hay tình trạng của nó; hãy nói với người dùng là cần tra ở nguồn chính "
    "thức."
)


class Held(str, Enum):
    """Where something asked for is held. kb never says of a document that it does not exist."""

    CORPUS = "corpus"
    REGISTER = "register"
    LISTED = "listed"
    NONE = "none"
    UNREADABLE = "unreadable"

    @property
    def said(self) -> str:
        """The Vietnamese sentence that an assistant must not go beyond."""
        return _SAID[self]


_SAID = {
    Held.CORPUS: "Có trong kho. Mỗi dữ kiện đọc ở nguồn nào ghi ở sources; điều kho chưa biết thì ghi unknown.",
    Held.REGISTER: "Không có trong kho đã biên tập, nhưng có trong sổ đăng ký; chỉ được nói đúng những gì sổ ghi.",
    Held.LISTED: "Có một danh sách ghi số này mà không ghi ngày; ngoài ra kho không biết gì thêm về văn bản.",
    Held.NONE: NOT_HELD,
    Held.UNREADABLE: "Đây không phải số hiệu, viện dẫn, tên hay mã của bản ghi; hãy hỏi lại người dùng, hoặc dùng "
    "công cụ search.",
}


def envelope(
    corpus: Corpus,
    day: date,
    held: Held,
    answer: Any,
    said: str = "",
    records: Iterable[str] = (),
    entries: Iterable[tuple[LayerRegister, RegisterEntry]] = (),
) -> Answer:
    """An answer as every tool gives it; `answer` has the form of the command's --json, null where there is none.

    `records` are the ids of the records that it speaks of, `entries` the documents of registers: their sources stand
    beside it, under the id, or under the name with its day.
    """
    read_to = last_checked(corpus)
    return {
        "held": held.value,
        "said": said or held.said,
        "day": day.isoformat(),
        "corpus_read_to": str(read_to) if read_to else None,
        "answer": answer,
        "sources": {id_: _sources(corpus, id_) for id_ in dict.fromkeys(records) if id_ in corpus.records}
        | {f"{e.short_name} ngày {e.shown_days}": entry_sources(layer, e) for layer, e in entries},
    }


def _sources(corpus: Corpus, record_id: str) -> list[dict[str, str]]:
    return [{"where": source.where, "checked": str(source.checked)} for source in corpus.records[record_id].sources]


def entry_sources(layer: LayerRegister, entry: RegisterEntry) -> list[dict[str, str]]:
    """The sources of all facts of an entry, each once."""
    facts = (entry.issued, entry.title, entry.in_force, entry.ended, entry.parts)
    codes = (code for fact in facts for reading in fact.readings for code in reading.codes)
    sources = dict.fromkeys(known_sources(layer.register.sources, codes))
    return [{"where": source.name, "checked": str(source.read)} for source in sources]
