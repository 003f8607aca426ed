"""The groups of fields that records are made of.

Annotations are evaluated where they stand, without the import from `__future__`, in each module of fields: msgspec
would compile them from text again in every process.
"""

from typing import Annotated

from msgspec import Meta, Struct, field

from kb.language.dates import PartialDate
from kb.model.values import AS_DATE, AS_DAY, STRIPPED, UNKNOWN, DateOrUnknown, FullDate, Slug, Text, Url
from kb.model.vocabulary import Access, EventKind, ProvisionKind, RelationKind, Sureness


class Part(Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """A part of a record: immutable, without undeclared fields; encoded without the fields that have their defaults.

    Each class repeats `frozen` and `kw_only`: msgspec does not inherit the second, and mypy requires the first.
    """


class Source(Part, frozen=True, kw_only=True):
    """A page or document that was read, and the day on which it was last checked."""

    id: Annotated[str, Meta(description="Tên tắt của nguồn trong tệp: s1, s2 …", pattern=r"^s\d+$")]
    where: Annotated[Text, Meta(description="Nơi đọc được: địa chỉ trang, hoặc tên tài liệu nếu không có địa chỉ.")]
    checked: Annotated[FullDate, Meta(description="Ngày kiểm tra nguồn, dạng YYYY-MM-DD."), AS_DAY]
    dated: Annotated[
        Annotated[DateOrUnknown, AS_DATE] | None,
        Meta(description="Ngày của chính nguồn: ngày đăng, ngày chụp bản lưu; bỏ trống nếu không biết."),
    ] = None
    access: Annotated[
        Access,
        Meta(description="closed nếu người đọc không mở lại được: điều chỉ có nguồn ấy không quyết định tình trạng."),
    ] = Access.OPEN
    note: Annotated[Text | None, Meta(description="Ghi chú về nguồn.")] = None


class Witnessed(Part, frozen=True, kw_only=True):
    """Anything stated: how sure it is and where it was read."""

    sure: Annotated[Sureness, Meta(description="Mức chắc chắn.")]
    sources: Annotated[tuple[str, ...], Meta(description="Tên tắt các nguồn (s1, s2 …).")] = ()
    note: Annotated[Text | None, Meta(description="Ghi chú.")] = None


class Witness(Witnessed, frozen=True, kw_only=True):
    """The fields of a record that were read in the same sources."""

    facts: Annotated[tuple[str, ...], Meta(description="Tên các trường mà nguồn này chứng thực.", min_length=1)]


class Event(Witnessed, frozen=True, kw_only=True):
    """Something that happened to a record on a date; statuses are computed from events (`kb.law.effect`)."""

    kind: Annotated[EventKind, Meta(description="Loại sự kiện.")]
    date: Annotated[DateOrUnknown, Meta(description="Ngày: YYYY-MM-DD, YYYY-MM, YYYY hoặc unknown."), AS_DATE]
    by: Annotated[Slug | None, Meta(description="Mã văn bản làm phát sinh sự kiện.")] = None
    by_number: Annotated[
        Text | None, Meta(description="Số, ký hiệu của văn bản ấy, khi kho chưa có bản ghi của nó.")
    ] = None


class Relation(Witnessed, frozen=True, kw_only=True):
    """A relation from the record of the file to another; the inverse is computed (`kb.corpus.graph`)."""

    kind: Annotated[RelationKind, Meta(description="Loại quan hệ; chủ ngữ là văn bản của tệp này.")]
    to: Annotated[Slug, Meta(description="Mã văn bản, chương trình hoặc ngày kỷ niệm ở đầu kia.")]
    provision: Annotated[Text | None, Meta(description="Điều, khoản liên quan.")] = None


class NumberedRelation(Witnessed, frozen=True, kw_only=True):
    """A relation from the record of the file to a document that has no record: its number stands in place of an id."""

    kind: Annotated[RelationKind, Meta(description="Loại quan hệ; chủ ngữ là văn bản của tệp này.")]
    to_number: Annotated[Text, Meta(description="Số, ký hiệu của văn bản ở đầu kia, khi kho chưa có bản ghi của nó.")]
    to_issued: Annotated[
        DateOrUnknown,
        Meta(description="Ngày ban hành của văn bản ấy."),
        AS_DATE,
        Meta(extra_json_schema={"default": UNKNOWN}),
    ] = field(default_factory=lambda: PartialDate.UNKNOWN)
    provision: Annotated[Text | None, Meta(description="Điều, khoản liên quan.")] = None


class Statement(Witnessed, frozen=True, kw_only=True):
    """A sentence of the project that a reader should heed."""

    text: Annotated[
        Text,
        Meta(description="Nội dung, viết bằng lời của dự án; mở đầu bằng “CẢNH BÁO:” thì nói ở mọi nơi viện dẫn."),
    ]

    @property
    def is_warning(self) -> bool:
        """Whether it is to be heeded wherever the record is cited, not only where the record is shown."""
        return self.text.startswith("CẢNH BÁO:")


class EndSought(Part, frozen=True, kw_only=True):
    """A search for a text that ended the record, which found none: up to which day, and in which source."""

    day: Annotated[FullDate, Meta(description="Đã tra cứu đến ngày nào, dạng YYYY-MM-DD."), AS_DAY]
    source: Annotated[
        str, Meta(description="Tên tắt của nguồn đã tra cứu, có trong danh sách nguồn.", pattern=r"^s\d+$")
    ]


Ordinal = Annotated[str, Meta(min_length=1, max_length=40, extra=STRIPPED)]
"""``6``, ``6a``, ``II``, ``đ``, ``thứ nhất``: what addresses are made of, hence short."""


class Provision(Part, frozen=True, kw_only=True):
    """A part of a document's text. Its address, and what it is part of, follow from its place."""

    kind: Annotated[ProvisionKind, Meta(description="Loại đơn vị bố cục.")]
    number: Annotated[
        Ordinal | None, Meta(description="Số thứ tự đúng như văn bản viết: 6, 6a, II, đ; để trống nếu không có.")
    ] = None
    heading: Annotated[Text | None, Meta(description="Tên của phần, chương, mục, điều, khoản.")] = None
    text: Annotated[
        tuple[Text, ...], Meta(description="Nguyên văn: mỗi đoạn một mục; không gồm các đơn vị nhỏ hơn bên trong.")
    ] = ()


class Link(Part, frozen=True, kw_only=True):
    """A page of the web, with the words of the link."""

    label: Annotated[Text, Meta(description="Tên liên kết.")]
    url: Annotated[Url, Meta(description="Địa chỉ http hoặc https.")]
