"""A plan: its text to the letter, with anchors, and remarks and links beside it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, StringConstraints

from kb.model.parts import Part, Sourced, Witnessed
from kb.model.values import DueDay, FullDate, Slug, Text
from kb.vocabulary import ParagraphKind, RemarkKind


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


class Report(Anchor):
    """A report that the plan asks for. Its words stand in the plan; the day is only what they say."""

    what: Text = Field(description="Báo cáo gì, viết bằng lời của dự án.")
    due: DueDay = Field(
        description="Hạn gửi: YYYY-MM-DD, MM-DD nếu hằng năm, unknown nếu kế hoạch không ghi ngày; không đoán."
    )


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

    reports: tuple[Report, ...] = Field((), description="Báo cáo mà kế hoạch yêu cầu, với đúng các chữ trong đoạn.")

    @property
    def name_text(self) -> str:
        return self.title

    @property
    def text(self) -> str:
        """The plan to the letter: every paragraph with the white space before it."""
        parts = [p.before + p.text for section in self.sections for p in section.paragraphs]
        return "".join(parts) + self.ending
