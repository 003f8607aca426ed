"""What stands around every answer to an assistant: where it was found, its day, and how far sources were read."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import Enum
from typing import Any

from kb.corpus.age import last_checked
from kb.corpus.corpus import Corpus

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
    Held.UNREADABLE: "Đây không phải số hiệu hay mã của bản ghi; hãy hỏi lại người dùng, hoặc dùng công cụ search.",
}


def envelope(corpus: Corpus, day: date, held: Held, answer: Any, said: str = "", records: Iterable[str] = ()) -> Answer:
    """An answer as every tool gives it; `answer` has the form of the command's --json, null where there is none.

    `records` are the ids of the records that it speaks of: their sources stand beside it.
    """
    read_to = last_checked(corpus)
    return {
        "held": held.value,
        "said": said or held.said,
        "day": day.isoformat(),
        "corpus_read_to": str(read_to) if read_to else None,
        "answer": answer,
        "sources": {id_: _sources(corpus, id_) for id_ in dict.fromkeys(records) if id_ in corpus.records},
    }


def _sources(corpus: Corpus, record_id: str) -> list[dict[str, str]]:
    return [{"where": source.where, "checked": str(source.checked)} for source in corpus.records[record_id].sources]
