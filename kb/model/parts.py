"""The groups of fields that records are made of, and what every record has."""

from __future__ import annotations

from typing import Annotated, ClassVar

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from kb.model.values import DateOrUnknown, FullDate, Slug, Text, Url
from kb.vocabulary import EventKind, ProvisionKind, RelationKind, Sureness


class Part(BaseModel):
    """A part of a record: immutable, and no field that is not declared."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


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


Ordinal = Annotated[str, StringConstraints(min_length=1, max_length=40, strip_whitespace=True)]
"""``6``, ``6a``, ``II``, ``đ``, ``thứ nhất``: what addresses are made of, hence short."""


class Provision(Part):
    """A part of a document's text. Its address, and what it is part of, follow from its place (`kb.provisions`)."""

    kind: ProvisionKind = Field(description="Loại đơn vị bố cục.")
    number: Ordinal | None = Field(
        None, description="Số thứ tự đúng như văn bản viết: 6, 6a, II, đ; để trống nếu không có."
    )
    heading: Text | None = Field(None, description="Tên của phần, chương, mục, điều, khoản.")
    text: tuple[Text, ...] = Field(
        (), description="Nguyên văn: mỗi đoạn một mục; không gồm các đơn vị nhỏ hơn bên trong."
    )


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
