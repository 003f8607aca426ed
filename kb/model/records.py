"""The records: documents, programmes, observances, bodies, models, terms and topics."""

from __future__ import annotations

from pydantic import Field

from kb.model.parts import Event, Link, Provision, Record, Relation, Sourced, Statement
from kb.model.values import UNKNOWN, DateOrUnknown, MonthDay, Slug, Text
from kb.vocabulary import DocumentType, EventKind, Level, ProgrammeType


class Document(Sourced):
    folder = "documents"
    kind = "document"
    kind_label = "Văn bản"
    witnessed = frozenset(
        {"number", "issuers", "place", "signer", "recipients", "title", "applies_to", "duties", "provisions"}
    )

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
    place: Text | None = Field(None, description="Địa danh ghi trên văn bản, ví dụ: Hà Nội.")
    signer: Text = Field(description="Người ký; unknown nếu chưa biết.")
    recipients: tuple[Text, ...] = Field((), description="Nơi nhận ghi trên văn bản: mỗi nơi một dòng.")
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
    provisions: tuple[Provision, ...] = Field(
        (), description="Nguyên văn theo bố cục: phần, chương, mục, điều, khoản, điểm, đúng thứ tự trong văn bản."
    )

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
    witnessed = frozenset({"name", "led_by", "launched", "applies_to", "duties"})

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
        return self.abbreviation if self.expansion == UNKNOWN else f"{self.abbreviation}: {self.expansion}"


class Topic(Record):
    folder = "topics"
    kind = "topic"
    kind_label = "Chủ đề"

    label: Text = Field(description="Tên chủ đề.")

    @property
    def name_text(self) -> str:
        return self.label
