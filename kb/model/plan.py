"""A plan: its text to the letter, with anchors, and remarks and links beside it."""

from collections.abc import Iterator
from typing import Annotated, Literal

from msgspec import Meta

from kb.model.kinds import BODY, DOCUMENT, MODEL, OBSERVANCE, PLAN, PROGRAMME
from kb.model.parts import Part, Witnessed
from kb.model.record import RELATED, Reference, Sourced, references_in
from kb.model.values import AS_DAY, DueDay, FullDate, Slug, Text
from kb.model.vocabulary import ParagraphKind, RemarkKind


class Paragraph(Part, frozen=True, kw_only=True):
    """A paragraph to the letter, with the white space in front of it."""

    id: Annotated[str, Meta(description="Mã đoạn, ví dụ ii-1.p2.", pattern=r"^[a-z0-9.-]+$")]
    kind: Annotated[ParagraphKind, Meta(description="Loại đoạn.")] = ParagraphKind.TEXT
    text: Annotated[str, Meta(description="Nguyên văn, đúng từng ký tự.")]
    before: Annotated[
        str, Meta(description="Khoảng trắng đứng trước đoạn trong tệp gốc (mặc định: một dấu xuống dòng).")
    ] = "\n"


class Section(Part, frozen=True, kw_only=True):
    """A section: its paragraphs, its heading among them, and what it rests on without a number."""

    id: Annotated[Slug, Meta(description="Mã mục, ví dụ ii-1.")]
    label: Annotated[Text, Meta(description="Cách gọi mục, ví dụ II.1.")]
    parent: Annotated[Slug | None, Meta(description="Mã mục cha.")] = None
    implied: Annotated[
        tuple[Slug, ...], Meta(description="Mã văn bản, chương trình mà mục dựa vào dù không ghi số.")
    ] = ()
    paragraphs: Annotated[tuple[Paragraph, ...], Meta(description="Các đoạn của mục.", min_length=1)]

    @property
    def heading(self) -> str | None:
        """The heading's own text, or None for a section without one."""
        return next((p.text.strip() for p in self.paragraphs if p.kind is ParagraphKind.HEADING), None)


class Anchor(Part, frozen=True, kw_only=True):
    """Words in a paragraph of the plan: the n-th place where they stand."""

    at: Annotated[Text, Meta(description="Mã đoạn.")]
    words: Annotated[str, Meta(description="Đúng các chữ trong đoạn.", min_length=1)]
    occurrence: Annotated[int, Meta(description="Lần xuất hiện thứ mấy trong đoạn.", ge=1)] = 1


class Remark(Anchor, frozen=True, kw_only=True):
    """An editor's remark on words of the plan: what is wrong, how it is written, how sure that is."""

    kind: Annotated[RemarkKind, Meta(description="Loại nhận xét.")]
    correct: Annotated[str | None, Meta(description="Cách viết đúng; để trống nghĩa là bỏ đi.")] = None
    severity: Annotated[Literal["error", "remark"], Meta(description="Lỗi, hay chỉ là điều cần lưu ý.")] = "error"
    certainty: Annotated[Literal["certain", "likely", "suspected"], Meta(description="Chắc chắn tới đâu.")] = "certain"
    note: Annotated[Text | None, Meta(description="Giải thích.")] = None


class PinnedLink(Anchor, frozen=True, kw_only=True):
    """Words that mention a record without a name or number by which it could be found."""

    to: Annotated[Slug, Meta(description="Mã bản ghi được nhắc tới.")]


class Report(Anchor, frozen=True, kw_only=True):
    """A report that the plan asks for. Its words stand in the plan; the day is only what they say."""

    what: Annotated[Text, Meta(description="Báo cáo gì, viết bằng lời của dự án.")]
    due: Annotated[
        DueDay,
        Meta(description="Hạn gửi: YYYY-MM-DD, MM-DD nếu hằng năm, unknown nếu kế hoạch không ghi ngày; không đoán."),
    ]


class DateWindow(Witnessed, frozen=True, kw_only=True):
    """The dates between which the plan was issued, where the day is not known."""

    earliest: Annotated[FullDate, Meta(description="Sớm nhất."), AS_DAY]
    latest: Annotated[FullDate, Meta(description="Muộn nhất."), AS_DAY]


class Plan(Sourced, frozen=True, kw_only=True):
    """A plan: its text, which is never edited, and what is said beside it."""

    record_kind = PLAN
    witnessed = frozenset({"title", "issuers", "signer"})

    number: Annotated[Text, Meta(description="Số, ký hiệu; unknown nếu trong tệp không có.")]
    title: Annotated[Text, Meta(description="Tên kế hoạch.")]
    issuers: Annotated[tuple[Slug, ...], Meta(description="Mã cơ quan ban hành.", min_length=1)]
    signer: Annotated[Text, Meta(description="Người ký.")]
    year: Annotated[str, Meta(description="Năm của kế hoạch.", pattern=r"^\d{4}$")]
    dated: Annotated[DateWindow, Meta(description="Khoảng ngày ban hành, khi ngày chính xác chưa biết.")]
    seed_sha256: Annotated[
        str, Meta(description="SHA-256 của tệp gốc (UTF-8, không chuẩn hóa gì).", pattern=r"^[0-9a-f]{64}$")
    ]
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án.")]
    sections: Annotated[tuple[Section, ...], Meta(description="Các mục, theo thứ tự.", min_length=1)]
    ending: Annotated[str, Meta(description="Khoảng trắng sau đoạn cuối trong tệp gốc.")] = ""
    links: Annotated[tuple[PinnedLink, ...], Meta(description="Chỗ nhắc tên mà máy không tự tìm được.")] = ()
    remarks: Annotated[tuple[Remark, ...], Meta(description="Nhận xét bên lề: lỗi và cách sửa.")] = ()

    reports: Annotated[
        tuple[Report, ...], Meta(description="Báo cáo mà kế hoạch yêu cầu, với đúng các chữ trong đoạn.")
    ] = ()

    @property
    def name_text(self) -> str:
        """The title."""
        return self.title

    @property
    def text(self) -> str:
        """The plan to the letter: every paragraph with the white space before it."""
        parts = [p.before + p.text for section in self.sections for p in section.paragraphs]
        return "".join(parts) + self.ending

    def references(self) -> Iterator[Reference]:
        """Issuers, what pinned links lead to, what sections rest on without citing its number."""
        yield from references_in("issuers", self.issuers, BODY)
        for index, link in enumerate(self.links):
            yield Reference(("links", index, "to"), link.to, (DOCUMENT, PROGRAMME, OBSERVANCE, BODY, MODEL))
        for number, section in enumerate(self.sections):
            for index, target in enumerate(section.implied):
                yield Reference(("sections", number, "implied", index), target, RELATED)

    def witnessed_items(self) -> Iterator[tuple[tuple[str | int, ...], Witnessed]]:
        """Those of every record, and the window of dates."""
        yield from super().witnessed_items()
        yield ("dated",), self.dated
