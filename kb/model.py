"""The records of the corpus. This is the one table of fields.

Reading, messages, JSON Schema and the documentation page all come from these classes, so a
field is declared once: its name, its type, whether it is required, and what it means (the
``description``, in Vietnamese, for editors). Only what an editor types stands here; whatever is
derived (status, inverse relations, addresses) lives in other modules and is never written back.
"""

from __future__ import annotations

import re
from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, HttpUrl, StringConstraints, ValidationError
from pydantic_core import PydanticCustomError

from kb.vocabulary import (
    DocumentType,
    EventKind,
    Level,
    ParagraphKind,
    ProgrammeType,
    RelationKind,
    RemarkKind,
    Sureness,
)

UNKNOWN = "unknown"
"""The value of a fact that nobody has read yet: shown as *chưa xác định*, never guessed."""

_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?")


def _iso_date(text: str) -> str:
    match = _ISO.fullmatch(text)
    try:
        if match:
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
            return text
    except ValueError:
        pass
    raise PydanticCustomError("date_format", "not an ISO date")


def _iso_or_unknown(text: str) -> str:
    return text if text == UNKNOWN else _iso_date(text)


def _http_url(text: str) -> str:
    try:
        HttpUrl(text)
    except ValidationError:
        raise PydanticCustomError("url_format", "not a web address") from None
    return text


Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$", max_length=80)]
Text = Annotated[str, StringConstraints(min_length=1, strip_whitespace=True)]
IsoDate = Annotated[str, AfterValidator(_iso_date)]
"""``2024``, ``2024-06`` or ``2024-06-30``: as exact as what was read."""
DateOrUnknown = Annotated[str, AfterValidator(_iso_or_unknown)]
FullDate = Annotated[str, StringConstraints(pattern=r"^\d{4}-\d{2}-\d{2}$"), AfterValidator(_iso_date)]
MonthDay = Annotated[str, StringConstraints(pattern=r"^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$")]
Url = Annotated[str, AfterValidator(_http_url)]


class Part(BaseModel):
    """A part of a record: immutable, and no field that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class Source(Part):
    id: Annotated[str, StringConstraints(pattern=r"^s\d+$")] = Field(
        description="Tên tắt của nguồn trong tệp: s1, s2 …"
    )
    where: Text = Field(description="Nơi đọc được: địa chỉ trang, hoặc tên tài liệu nếu không có địa chỉ.")
    checked: FullDate = Field(description="Ngày kiểm tra nguồn, dạng YYYY-MM-DD.")
    note: Text | None = Field(None, description="Ghi chú về nguồn.")


class Witnessed(Part):
    """Anything stated: how sure it is and where it was read."""

    sure: Sureness = Field(description="Mức chắc chắn.")
    sources: tuple[str, ...] = Field((), description="Tên tắt các nguồn (s1, s2 …).")
    note: Text | None = Field(None, description="Ghi chú.")


class Witness(Witnessed):
    facts: tuple[str, ...] = Field(min_length=1, description="Tên các trường mà nguồn này chứng thực.")


class Event(Witnessed):
    kind: EventKind = Field(description="Loại sự kiện.")
    date: DateOrUnknown = Field(description="Ngày: YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown.")
    by: Slug | None = Field(None, description="Mã văn bản gây ra sự kiện.")


class Relation(Witnessed):
    kind: RelationKind = Field(description="Loại quan hệ; chủ ngữ là văn bản của tệp này.")
    to: Slug = Field(description="Mã văn bản, chương trình hoặc ngày kỷ niệm ở đầu kia.")
    provision: Text | None = Field(None, description="Điều, khoản liên quan.")


class Statement(Witnessed):
    text: Text = Field(description="Nội dung, viết bằng lời của dự án.")


class Link(Part):
    label: Text = Field(description="Tên liên kết.")
    url: Url = Field(description="Địa chỉ http hoặc https.")


class Record(Part):
    """What every record has: an id that equals its file name and never changes."""

    folder: ClassVar[str]
    kind: ClassVar[str]
    kind_label: ClassVar[str]
    witnessed: ClassVar[frozenset[str]] = frozenset()
    """Fields that are facts: when known, some witness must name them."""

    id: Slug = Field(description="Mã của bản ghi: trùng tên tệp, là địa chỉ trang, không bao giờ đổi.")
    former_ids: tuple[Slug, ...] = Field((), description="Mã cũ, nếu từng đổi.")

    @property
    def name_text(self) -> str:
        """The words a reader knows the record by."""
        raise NotImplementedError


class Sourced(Record):
    """A record of facts, with the witnesses and sources that carry them."""

    witnesses: tuple[Witness, ...] = Field((), description="Dữ kiện nào đọc ở nguồn nào, chắc tới đâu.")
    sources: tuple[Source, ...] = Field((), description="Các nguồn đã đọc.")


class Document(Sourced):
    folder = "documents"
    kind = "document"
    kind_label = "Văn bản"
    witnessed = frozenset({"number", "issuers", "signer", "title"})

    number: Text = Field(description="Số, ký hiệu đúng như văn bản ban hành; unknown nếu chưa biết.")
    number_variants: tuple[Text, ...] = Field(
        (), description="Cách ghi số hiệu khác mà chính các nguồn cũng dùng: gặp thì lưu ý, không coi là lỗi."
    )
    cited_as: tuple[Text, ...] = Field(
        (), description="Cách viết sai số hiệu đã gặp: vẫn nhận ra văn bản, nhưng báo lỗi."
    )
    type: DocumentType = Field(description="Thể loại văn bản.")
    issuers: tuple[Slug, ...] = Field(
        min_length=1, description="Mã cơ quan ban hành; văn bản liên tịch có nhiều cơ quan."
    )
    term: Text | None = Field(None, description="Khóa của cơ quan Đảng, Quốc hội (ví dụ: XII).")
    signer: Text = Field(description="Người ký; unknown nếu chưa biết.")
    title: Text = Field(description="Tên gọi hoặc trích yếu.")
    aliases: tuple[Text, ...] = Field((), description="Tên gọi khác, dùng khi viện dẫn không có số.")
    summary: Text = Field(description="Tóm tắt bằng lời của dự án, dễ hiểu.")
    applies_to: Text = Field(description="Áp dụng cho ai; unknown nếu chưa đọc được.")
    duties: tuple[Text, ...] = Field((), description="Phải làm gì: mỗi việc một dòng; để trống nếu chưa đọc được.")
    events: tuple[Event, ...] = Field(min_length=1, description="Các sự kiện có ngày: ban hành, có hiệu lực, sửa đổi …")
    relations: tuple[Relation, ...] = Field((), description="Quan hệ với văn bản khác; không gõ quan hệ ngược.")
    topics: tuple[Slug, ...] = Field((), description="Mã chủ đề.")
    links: tuple[Link, ...] = Field((), description="Liên kết tới bản chính thức.")
    remarks: tuple[Statement, ...] = Field((), description="Điều cần lưu ý, kèm nguồn.")

    @property
    def name_text(self) -> str:
        return self.title

    @property
    def issued(self) -> str:
        """ISO date of issue, as exact as known, or ``unknown``."""
        return next((event.date for event in self.events if event.kind is EventKind.ISSUED), UNKNOWN)


class Programme(Sourced):
    folder = "programmes"
    kind = "programme"
    kind_label = "Chương trình, phong trào"
    witnessed = frozenset({"name", "led_by", "launched"})

    name: Text = Field(description="Tên chính thức.")
    aliases: tuple[Text, ...] = Field((), description="Tên gọi khác, kể cả cách viết trong kế hoạch.")
    type: ProgrammeType = Field(description="Loại chương trình, phong trào.")
    led_by: tuple[Slug, ...] = Field((), description="Mã cơ quan chủ trì.")
    launched: DateOrUnknown = Field(description="Ngày bắt đầu hoặc phát động.")
    founding: tuple[Relation, ...] = Field((), description="Văn bản làm cơ sở.")
    part_of: Slug | None = Field(None, description="Mã chương trình lớn hơn.")
    summary: Text = Field(description="Tóm tắt bằng lời của dự án.")
    applies_to: Text = Field(UNKNOWN, description="Áp dụng cho ai; unknown nếu chưa đọc được.")
    duties: tuple[Text, ...] = Field((), description="Phải làm gì.")
    events: tuple[Event, ...] = Field((), description="Các mốc: bắt đầu, hết giai đoạn, tổng kết …")
    topics: tuple[Slug, ...] = Field((), description="Mã chủ đề.")
    remarks: tuple[Statement, ...] = Field((), description="Điều cần lưu ý, kèm nguồn.")

    @property
    def name_text(self) -> str:
        return self.name


class Observance(Sourced):
    folder = "observances"
    kind = "observance"
    kind_label = "Ngày kỷ niệm, hưởng ứng"
    witnessed = frozenset({"name", "day"})

    name: Text = Field(description="Tên chính thức của ngày.")
    aliases: tuple[Text, ...] = Field((), description="Tên gọi khác.")
    day: MonthDay = Field(description="Tháng và ngày, dạng MM-DD.")
    founding: tuple[Relation, ...] = Field((), description="Văn bản quy định ngày này.")
    summary: Text = Field(description="Tóm tắt bằng lời của dự án.")
    topics: tuple[Slug, ...] = Field((), description="Mã chủ đề.")
    remarks: tuple[Statement, ...] = Field((), description="Điều cần lưu ý, kèm nguồn.")

    @property
    def name_text(self) -> str:
        return self.name


class Body(Sourced):
    folder = "bodies"
    kind = "body"
    kind_label = "Cơ quan, tổ chức"
    witnessed = frozenset({"name", "parent", "valid_from", "valid_to", "successors"})

    name: Text = Field(description="Tên chính thức.")
    abbreviations: tuple[Text, ...] = Field((), description="Viết tắt, ký hiệu trong số văn bản.")
    aliases: tuple[Text, ...] = Field((), description="Tên gọi khác.")
    level: Level = Field(description="Cấp.")
    parent: Slug | None = Field(None, description="Mã cơ quan cấp trên.")
    valid_from: DateOrUnknown = Field(UNKNOWN, description="Ngày thành lập.")
    valid_to: DateOrUnknown | None = Field(None, description="Ngày kết thúc hoạt động; bỏ trống nếu còn.")
    successors: tuple[Slug, ...] = Field((), description="Mã cơ quan kế tục.")
    summary: Text | None = Field(None, description="Ghi chú ngắn bằng lời của dự án.")
    remarks: tuple[Statement, ...] = Field((), description="Điều cần lưu ý, kèm nguồn.")

    @property
    def name_text(self) -> str:
        return self.name


class Model(Sourced):
    folder = "models"
    kind = "model"
    kind_label = "Mô hình"
    witnessed = frozenset({"name"})

    name: Text = Field(description="Tên mô hình.")
    aliases: tuple[Text, ...] = Field((), description="Tên gọi khác.")
    run_by: tuple[Slug, ...] = Field((), description="Mã tổ chức thực hiện.")
    locality: Text = Field(description="Địa phương; unknown nếu chưa biết.")
    summary: Text = Field(description="Tóm tắt bằng lời của dự án.")
    topics: tuple[Slug, ...] = Field((), description="Mã chủ đề.")
    remarks: tuple[Statement, ...] = Field((), description="Điều cần lưu ý, kèm nguồn.")

    @property
    def name_text(self) -> str:
        return self.name


class Term(Sourced):
    folder = "terms"
    kind = "term"
    kind_label = "Từ viết tắt"
    witnessed = frozenset({"expansion"})

    abbreviation: Text = Field(description="Chữ viết tắt, đúng chữ hoa chữ thường.")
    variants: tuple[Text, ...] = Field((), description="Cách viết khác của chữ viết tắt.")
    expansion: Text = Field(description="Viết đầy đủ.")
    note: Text | None = Field(None, description="Ghi chú: nghĩa khác, cách dùng.")

    @property
    def name_text(self) -> str:
        return f"{self.abbreviation}: {self.expansion}"


class Topic(Record):
    folder = "topics"
    kind = "topic"
    kind_label = "Chủ đề"

    label: Text = Field(description="Tên chủ đề.")

    @property
    def name_text(self) -> str:
        return self.label


class Paragraph(Part):
    id: Annotated[str, StringConstraints(pattern=r"^[a-z0-9.-]+$")] = Field(description="Mã đoạn, ví dụ ii-1.p2.")
    kind: ParagraphKind = Field(ParagraphKind.TEXT, description="Loại đoạn.")
    text: str = Field(description="Nguyên văn, đúng từng ký tự.")
    before: str = Field("\n", description="Khoảng trắng đứng trước đoạn trong tệp gốc (mặc định: một dấu xuống dòng).")


class Section(Part):
    id: Slug = Field(description="Mã mục, ví dụ ii-1.")
    label: Text = Field(description="Cách gọi mục, ví dụ II.1.")
    parent: Slug | None = Field(None, description="Mã mục cha.")
    implied: tuple[Slug, ...] = Field((), description="Mã văn bản, chương trình mà mục dựa vào dù không ghi số.")
    paragraphs: tuple[Paragraph, ...] = Field(min_length=1, description="Các đoạn của mục.")

    @property
    def heading(self) -> str | None:
        """The heading's own text, or None for a section without one."""
        return next((p.text.strip() for p in self.paragraphs if p.kind is ParagraphKind.HEADING), None)


class Anchor(Part):
    """Words in a paragraph of the plan: the n-th place where they stand."""

    at: Text = Field(description="Mã đoạn.")
    words: str = Field(min_length=1, description="Đúng các chữ trong đoạn.")
    occurrence: Annotated[int, Field(ge=1)] = Field(1, description="Lần xuất hiện thứ mấy trong đoạn.")


class Remark(Anchor):
    kind: RemarkKind = Field(description="Loại nhận xét.")
    correct: str | None = Field(None, description="Cách viết đúng; để trống nghĩa là bỏ đi.")
    severity: Literal["error", "remark"] = Field("error", description="Lỗi, hay chỉ là điều cần lưu ý.")
    certainty: Literal["certain", "likely", "suspected"] = Field("certain", description="Chắc chắn tới đâu.")
    note: Text | None = Field(None, description="Giải thích.")


class PinnedLink(Anchor):
    to: Slug = Field(description="Mã bản ghi được nhắc tới.")


class DateWindow(Witnessed):
    earliest: FullDate = Field(description="Sớm nhất.")
    latest: FullDate = Field(description="Muộn nhất.")


class Plan(Sourced):
    folder = "plans"
    kind = "plan"
    kind_label = "Kế hoạch"
    witnessed = frozenset({"title", "issuers", "signer"})

    number: Text = Field(description="Số, ký hiệu; unknown nếu trong tệp không có.")
    title: Text = Field(description="Tên kế hoạch.")
    issuers: tuple[Slug, ...] = Field(min_length=1, description="Mã cơ quan ban hành.")
    signer: Text = Field(description="Người ký.")
    year: Annotated[str, StringConstraints(pattern=r"^\d{4}$")] = Field(description="Năm của kế hoạch.")
    dated: DateWindow = Field(description="Khoảng ngày ban hành, khi ngày chính xác chưa biết.")
    seed_sha256: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")] = Field(
        description="SHA-256 của tệp gốc (UTF-8, không chuẩn hóa gì)."
    )
    summary: Text = Field(description="Tóm tắt bằng lời của dự án.")
    sections: tuple[Section, ...] = Field(min_length=1, description="Các mục, theo thứ tự.")
    ending: str = Field("", description="Khoảng trắng sau đoạn cuối trong tệp gốc.")
    links: tuple[PinnedLink, ...] = Field((), description="Chỗ nhắc tên mà máy không tự tìm được.")
    remarks: tuple[Remark, ...] = Field((), description="Nhận xét bên lề: lỗi và cách sửa.")

    @property
    def name_text(self) -> str:
        return self.title

    @property
    def text(self) -> str:
        """The plan to the letter: every paragraph with the white space before it."""
        parts = [p.before + p.text for section in self.sections for p in section.paragraphs]
        return "".join(parts) + self.ending


AnyRecord = Document | Programme | Observance | Body | Model | Term | Topic | Plan
RECORD_CLASSES: tuple[type[Record], ...] = (Document, Programme, Observance, Body, Model, Term, Topic, Plan)


def json_schema(cls: type[Record]) -> dict[str, Any]:
    """JSON Schema of one record's YAML, for editors that complete and check while typing."""
    schema = cls.model_json_schema()
    return {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema, "title": cls.kind_label}
