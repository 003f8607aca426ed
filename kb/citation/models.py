"""What is found in a text: citations with the place of every part, and what is wrong with them."""

from __future__ import annotations

from enum import Enum

from msgspec import Struct

from kb.number.document_number import DocumentNumber


class TextSpan(Struct, frozen=True):
    """Words of the text; `start` and `end` count code points, `end` excluded."""

    start: int
    end: int
    surface: str


class CitationKind(str, Enum):
    """How a document is cited."""

    NUMBERED = "numbered"
    NAMED = "named"
    BACK_REFERENCE = "back_reference"
    STANDARD = "standard"


class Citation(Struct, frozen=True):
    """A document cited in a text, with the parts that were read around it. Unknown parts are None."""

    span: TextSpan
    """From the type word to the last of number, date and issuer; never the title that follows."""
    kind: CitationKind
    type_name: str | None = None
    """The type word in its usual case, as typed or by the symbol: ``Thông tư``."""
    type_typed: TextSpan | None = None
    number_typed: TextSpan | None = None
    number: DocumentNumber | None = None
    """None for a name, and for a number cited without its symbol (``TT 01/2018``)."""
    canonical: str | None = None
    """The number without white space, in the letter case of its kind; the code of a standard."""
    date_typed: TextSpan | None = None
    date_unread: TextSpan | None = None
    """What stands where the day should and is none: ``ngày … tháng … năm 2021``, ``tháng 11/2021``."""
    month: int | None = None
    """Of `date_unread`, where it is a month of `year`."""
    date_of_last: TextSpan | None = None
    """The day behind the last number of the list that this one stands in: whether it is of this one too is not said."""
    issuer_typed: TextSpan | None = None
    provision: TextSpan | None = None
    """``điểm a khoản 2 Điều 74`` in front of the citation."""
    title: TextSpan | None = None
    """Of a named citation the name; of a numbered one the title that follows it."""
    title_quoted: bool = False
    """The title stands in quotation marks: it is typed whole. Otherwise it goes on to the end of its clause."""
    year: int | None = None
    inherited: tuple[str, ...] = ()
    """Parts that stand outside `span` or follow from the symbol: type, date, issuer."""
    antecedent: Citation | None = None
    """What a back reference refers to, where the text settles it."""
    likely: tuple[str, ...] = ()
    """What a number whose figures were mistyped most likely is; `number` is that where it is one."""
    own: bool = False
    """The number is that of the text itself, in its header."""
    candidates: tuple[str, ...] = ()
    """Ids of the records that bear the name, where it was found by the names of a corpus."""

    @property
    def document_number(self) -> str:
        """The number that it is read as; as typed where it is read as none, empty where there is none."""
        return str(self.number) if self.number else self.canonical or ""

    @property
    def core(self) -> TextSpan:
        """The citation up to its number and date: what is made a link in a running text."""
        ends = [part.end for part in (self.number_typed, self.date_typed) if part and part.end <= self.span.end]
        end = max(ends, default=self.span.end)
        return TextSpan(self.span.start, end, self.span.surface[: end - self.span.start])


class CitationFault(Struct, frozen=True):
    """One thing wrong in the way a document is cited: what, as it should be, as typed."""

    part: str
    """A key of the messages below: number, symbol, date, issuer, title …"""
    expected: str
    got: str
    severity: str = "error"
    """error; doubt where it may be right but should be looked at; remark where the sources themselves differ."""
    source: str = ""
    """The rule that it offends, where it is one of form."""

    @property
    def message(self) -> str:
        """One Vietnamese sentence for a reader, with the rule where there is one."""
        said = _MESSAGES[self.part].format(expected=self.expected, got=self.got)
        return f"{said} (theo {self.source})" if self.source else said


_MESSAGES = {
    "number": "sai số hiệu: viết “{got}”, đúng là “{expected}”",
    "symbol": "sai ký hiệu: viết “{got}”, đúng là “{expected}”",
    "symbol-doubt": "ký hiệu “{got}” không có trong kho; có phải “{expected}”?",
    "leading-zero": "số hiệu viết “{got}”, trong kho là “{expected}”: khác nhau ở số 0 đứng đầu",
    "variant": "cách ghi “{got}” cũng gặp ở nguồn khác; cách ghi được biết rõ hơn là “{expected}”",
    "type": "sai thể loại: viết “{got}”, đúng là “{expected}”",
    "date": "sai ngày ban hành: viết “{got}”, đúng là {expected}",
    "date-part": "ghi “{got}” ngay sau số hiệu, trong khi văn bản ban hành {expected}: nếu là ngày ban hành thì sai",
    "issuer": "sai cơ quan ban hành: viết “{got}”, đúng là {expected}",
    "issuer-related": "cơ quan ghi là “{got}”, trong khi kho ghi cơ quan ban hành là {expected}",
    "issuer-case": "tên cơ quan viết hoa chưa đúng: viết “{got}”, đúng là “{expected}”",
    "issuer-missing": "không nêu cơ quan ban hành ({expected})",
    "title": "sai tên văn bản: viết “{got}”, đúng là “{expected}”",
    "title-unread": "tên ghi là “{got}”, kho ghi “{expected}” theo nguồn khác, chưa đọc trên văn bản: cần xem lại",
    "title-other": "tên ghi là “{got}”, khác hẳn tên văn bản trong kho (“{expected}”): cần xem lại",
    "term": "ghi “{got}”, trong khi văn bản là của khóa {expected}",
    "law-day": "ghi “{got}” sau tên luật, trong khi luật ấy ban hành {expected}: cần xem lại",
    "law-name": "tên luật ghi là “{got}”, trong khi số hiệu này là của {expected}",
    "name": "sai tên: viết “{got}”, đúng là {expected}",
    "title-case": "tên văn bản viết hoa chưa đúng: viết “{got}”, đúng là “{expected}”",
    "quote": "trích sai: viết “{got}”, nguyên văn là “{expected}”",
    "quote-place": "đoạn trích không nằm ở {got} mà ở {expected}",
    "quote-missing": "không thấy đoạn trích “{got}” ở {expected}",
    "provision-missing": "bản kho có của {expected} không có {got}",
    "codified-provision-missing": "không thấy {got} trong các điều của {expected}: cần xem lại",
    "codified-quote": "trích khác bản trong thư viện: viết “{got}”, ở đó là “{expected}”; cần xem lại",
    "codified-quote-place": "đoạn trích thấy ở {expected}, không thấy ở {got}: cần xem lại",
    "codified-quote-missing": "không thấy đoạn trích “{got}” ở {expected}: cần xem lại",
    "signs": "số hiệu ghi thiếu hoặc sai dấu nối: viết “{got}”, đúng là “{expected}”",
    "figures": "số hiệu “{got}” ghi sai chữ số; có thể là “{expected}”",
    "no-such-day": "ngày “{got}” không có trong lịch",
    "day-ahead": "ngày ban hành ghi là {got}, sau ngày của chính dự thảo ({expected})",
    "year": "năm trong số hiệu ({expected}) khác năm của ngày ban hành ({got})",
    "type-symbol": "“{got}”, là ký hiệu của {expected}: tên loại và ký hiệu không khớp nhau",
    "party-form": "ký hiệu văn bản của Đảng ghi chưa đúng: viết “{got}”, đúng là “{expected}”",
    "symbol-body": "ký hiệu “{got}”: đó là ký hiệu của {expected}",
    "two-days": "cùng một số hiệu mà dự thảo ghi hai ngày ban hành: {got} và {expected}",
    "two-numbers": "cùng tên, cùng ngày mà dự thảo ghi hai số hiệu: “{got}” và “{expected}”",
    "date-register": "ngày khác với {got} (ngày {expected}): cần xem lại; có thể là văn bản khác cùng số",
    "title-register": "tên văn bản khác với {got} (“{expected}”): cần xem lại",
    "law-register": "không thấy “{got}” trong sổ đăng ký; sổ có {expected}",
    "word-so": "thiếu chữ “số” trước số hiệu: viết “{got}”, đúng là “{expected}”",
    "repeated": "lặp chữ: viết “{got}”, đúng là “{expected}”",
    "white-space": "có ký tự trắng lạ trong “{got}”: nên dùng dấu cách thường",
}


class Suggestion(Struct, frozen=True):
    """A document that may have been meant, and why: “có phải …?”."""

    id: str
    reason: str
    likely: bool = False
    """A second part, date or title, says the same."""
    sure: bool = False
    """Number but for a slip, type and title are the same: the number was mistyped."""


class Resolution(Struct, frozen=True):
    """A citation and the record it means: one, several that cannot be told apart, or none."""

    citation: Citation
    candidates: tuple[str, ...]
    faults: tuple[CitationFault, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    """Near misses, where there is no candidate."""

    @property
    def target(self) -> str | None:
        """The one record meant; None when unknown or ambiguous: a wrong link is worse than none."""
        return self.candidates[0] if len(self.candidates) == 1 else None
