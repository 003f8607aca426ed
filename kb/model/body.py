"""A body: an agency or organisation that issues, leads or answers for something."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta, field

from kb.language.dates import PartialDate
from kb.model.kinds import BODY
from kb.model.parts import Statement
from kb.model.record import Reference, Sourced, references_in
from kb.model.values import AS_DATE, UNKNOWN, DateOrUnknown, Slug, Text
from kb.model.vocabulary import Level


class Body(Sourced, frozen=True, kw_only=True):
    """A body. What took its place is named in `successors`, what it is part of in `parent`."""

    record_kind = BODY
    witnessed = frozenset({"name", "parent", "valid_from", "valid_to", "successors"})

    name: Annotated[Text, Meta(description="Tên chính thức.")]
    abbreviations: Annotated[tuple[Text, ...], Meta(description="Viết tắt, ký hiệu trong số văn bản.")] = ()
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác.")] = ()
    level: Annotated[Level, Meta(description="Cấp.")]
    parent: Annotated[Slug | None, Meta(description="Mã cơ quan cấp trên.")] = None
    valid_from: Annotated[
        DateOrUnknown, Meta(description="Ngày thành lập."), AS_DATE, Meta(extra_json_schema={"default": UNKNOWN})
    ] = field(default_factory=lambda: PartialDate.UNKNOWN)
    """msgspec leaves the default of a custom type out of the JSON Schema, so `extra_json_schema` repeats it."""
    valid_to: Annotated[
        Annotated[DateOrUnknown, AS_DATE] | None, Meta(description="Ngày kết thúc hoạt động; bỏ trống nếu còn.")
    ] = None
    successors: Annotated[tuple[Slug, ...], Meta(description="Mã cơ quan kế tục.")] = ()
    summary: Annotated[Text | None, Meta(description="Ghi chú ngắn bằng lời của dự án.")] = None
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        """The official name."""
        return self.name

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The remarks."""
        return self.remarks

    def references(self) -> Iterator[Reference]:
        """The bodies that follow it and the body above it."""
        yield from references_in("successors", self.successors, BODY)
        if self.parent:
            yield Reference(("parent",), self.parent, (BODY,))
