"""The records: documents, programmes, observances, bodies, models, terms and topics."""

from typing import Annotated

from msgspec import Meta, field

from kb.language.dates import PartialDate
from kb.model.parts import Event, Link, Provision, Record, Relation, Sourced, Statement
from kb.model.values import AS_DATE, UNKNOWN, DateOrUnknown, MonthDay, Slug, Text
from kb.model.vocabulary import DocumentType, EventKind, Level, ProgrammeType


class Document(Sourced, frozen=True, kw_only=True):
    folder = "documents"
    kind = "document"
    kind_label = "Văn bản"
    witnessed = frozenset(
        {"number", "issuers", "place", "signer", "recipients", "title", "applies_to", "duties", "provisions"}
    )

    number: Annotated[Text, Meta(description="Số, ký hiệu đúng như văn bản ban hành; unknown nếu chưa biết.")]
    number_variants: Annotated[
        tuple[Text, ...],
        Meta(description="Cách ghi số hiệu khác mà chính các nguồn cũng dùng: gặp thì lưu ý, không coi là lỗi."),
    ] = ()
    cited_as: Annotated[
        tuple[Text, ...], Meta(description="Cách viết sai số hiệu đã gặp: vẫn nhận ra văn bản, nhưng báo lỗi.")
    ] = ()
    type: Annotated[DocumentType, Meta(description="Thể loại văn bản.")]
    issuers: Annotated[
        tuple[Slug, ...], Meta(description="Mã cơ quan ban hành; văn bản liên tịch có nhiều cơ quan.", min_length=1)
    ]
    term: Annotated[Text | None, Meta(description="Khóa của cơ quan Đảng, Quốc hội (ví dụ: XII).")] = None
    place: Annotated[Text | None, Meta(description="Địa danh ghi trên văn bản, ví dụ: Hà Nội.")] = None
    signer: Annotated[Text, Meta(description="Người ký; unknown nếu chưa biết.")]
    recipients: Annotated[tuple[Text, ...], Meta(description="Nơi nhận ghi trên văn bản: mỗi nơi một dòng.")] = ()
    title: Annotated[Text, Meta(description="Tên gọi hoặc trích yếu.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác, dùng khi viện dẫn không có số.")] = ()
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án, dễ hiểu.")]
    applies_to: Annotated[Text, Meta(description="Áp dụng cho ai; unknown nếu chưa đọc được.")]
    duties: Annotated[
        tuple[Text, ...], Meta(description="Phải làm gì: mỗi việc một dòng; để trống nếu chưa đọc được.")
    ] = ()
    events: Annotated[
        tuple[Event, ...], Meta(description="Các sự kiện có ngày: ban hành, có hiệu lực, sửa đổi …", min_length=1)
    ]
    relations: Annotated[
        tuple[Relation, ...], Meta(description="Quan hệ với văn bản khác; không gõ quan hệ ngược.")
    ] = ()
    topics: Annotated[tuple[Slug, ...], Meta(description="Mã chủ đề.")] = ()
    links: Annotated[tuple[Link, ...], Meta(description="Liên kết tới bản chính thức.")] = ()
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()
    provisions: Annotated[
        tuple[Provision, ...],
        Meta(description="Nguyên văn theo bố cục: phần, chương, mục, điều, khoản, điểm, đúng thứ tự trong văn bản."),
    ] = ()

    @property
    def name_text(self) -> str:
        return self.title

    @property
    def issued(self) -> PartialDate:
        """The date of issue, as exact as known."""
        return next((event.date for event in self.events if event.kind is EventKind.ISSUED), PartialDate.UNKNOWN)


class Programme(Sourced, frozen=True, kw_only=True):
    folder = "programmes"
    kind = "programme"
    kind_label = "Chương trình, phong trào"
    witnessed = frozenset({"name", "led_by", "launched", "applies_to", "duties"})

    name: Annotated[Text, Meta(description="Tên chính thức.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác, kể cả cách viết trong kế hoạch.")] = ()
    type: Annotated[ProgrammeType, Meta(description="Loại chương trình, phong trào.")]
    led_by: Annotated[tuple[Slug, ...], Meta(description="Mã cơ quan chủ trì.")] = ()
    launched: Annotated[DateOrUnknown, Meta(description="Ngày bắt đầu hoặc phát động."), AS_DATE]
    founding: Annotated[tuple[Relation, ...], Meta(description="Văn bản làm cơ sở.")] = ()
    part_of: Annotated[Slug | None, Meta(description="Mã chương trình lớn hơn.")] = None
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án.")]
    applies_to: Annotated[Text, Meta(description="Áp dụng cho ai; unknown nếu chưa đọc được.")] = UNKNOWN
    duties: Annotated[tuple[Text, ...], Meta(description="Phải làm gì.")] = ()
    events: Annotated[tuple[Event, ...], Meta(description="Các mốc: bắt đầu, hết giai đoạn, tổng kết …")] = ()
    topics: Annotated[tuple[Slug, ...], Meta(description="Mã chủ đề.")] = ()
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        return self.name


class Observance(Sourced, frozen=True, kw_only=True):
    folder = "observances"
    kind = "observance"
    kind_label = "Ngày kỷ niệm, hưởng ứng"
    witnessed = frozenset({"name", "day"})

    name: Annotated[Text, Meta(description="Tên chính thức của ngày.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác.")] = ()
    day: Annotated[MonthDay, Meta(description="Tháng và ngày, dạng MM-DD.")]
    founding: Annotated[tuple[Relation, ...], Meta(description="Văn bản quy định ngày này.")] = ()
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án.")]
    topics: Annotated[tuple[Slug, ...], Meta(description="Mã chủ đề.")] = ()
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        return self.name


class Body(Sourced, frozen=True, kw_only=True):
    folder = "bodies"
    kind = "body"
    kind_label = "Cơ quan, tổ chức"
    witnessed = frozenset({"name", "parent", "valid_from", "valid_to", "successors"})

    name: Annotated[Text, Meta(description="Tên chính thức.")]
    abbreviations: Annotated[tuple[Text, ...], Meta(description="Viết tắt, ký hiệu trong số văn bản.")] = ()
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác.")] = ()
    level: Annotated[Level, Meta(description="Cấp.")]
    parent: Annotated[Slug | None, Meta(description="Mã cơ quan cấp trên.")] = None
    valid_from: Annotated[
        DateOrUnknown, Meta(description="Ngày thành lập."), AS_DATE, Meta(extra_json_schema={"default": UNKNOWN})
    ] = field(default_factory=lambda: PartialDate.UNKNOWN)
    """msgspec writes the default of a type that it does not know into no JSON Schema: so it is said to both."""
    valid_to: Annotated[
        Annotated[DateOrUnknown, AS_DATE] | None, Meta(description="Ngày kết thúc hoạt động; bỏ trống nếu còn.")
    ] = None
    successors: Annotated[tuple[Slug, ...], Meta(description="Mã cơ quan kế tục.")] = ()
    summary: Annotated[Text | None, Meta(description="Ghi chú ngắn bằng lời của dự án.")] = None
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        return self.name


class Model(Sourced, frozen=True, kw_only=True):
    folder = "models"
    kind = "model"
    kind_label = "Mô hình"
    witnessed = frozenset({"name"})

    name: Annotated[Text, Meta(description="Tên mô hình.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác.")] = ()
    run_by: Annotated[tuple[Slug, ...], Meta(description="Mã tổ chức thực hiện.")] = ()
    locality: Annotated[Text, Meta(description="Địa phương; unknown nếu chưa biết.")]
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án.")]
    topics: Annotated[tuple[Slug, ...], Meta(description="Mã chủ đề.")] = ()
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        return self.name


class Term(Sourced, frozen=True, kw_only=True):
    folder = "terms"
    kind = "term"
    kind_label = "Từ viết tắt"
    witnessed = frozenset({"expansion"})

    abbreviation: Annotated[Text, Meta(description="Chữ viết tắt, đúng chữ hoa chữ thường.")]
    variants: Annotated[tuple[Text, ...], Meta(description="Cách viết khác của chữ viết tắt.")] = ()
    expansion: Annotated[Text, Meta(description="Viết đầy đủ.")]
    note: Annotated[Text | None, Meta(description="Ghi chú: nghĩa khác, cách dùng.")] = None

    @property
    def name_text(self) -> str:
        return self.abbreviation if self.expansion == UNKNOWN else f"{self.abbreviation}: {self.expansion}"


class Topic(Record, frozen=True, kw_only=True):
    folder = "topics"
    kind = "topic"
    kind_label = "Chủ đề"

    label: Annotated[Text, Meta(description="Tên chủ đề.")]

    @property
    def name_text(self) -> str:
        return self.label
