"""A day of the year that is kept: an anniversary, or a day to support a cause."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kb.model.kinds import OBSERVANCE, TOPIC
from kb.model.parts import Relation, Statement
from kb.model.record import Reference, Sourced, references_in, relation_ends
from kb.model.values import MonthDay, Slug, Text


class Observance(Sourced, frozen=True, kw_only=True):
    """A day that comes back every year."""

    record_kind = OBSERVANCE
    relations_field = "founding"
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
        """The official name."""
        return self.name

    @property
    def names_in_texts(self) -> tuple[str, ...]:
        """The name and the other names."""
        return (self.name, *self.aliases)

    @property
    def yearly_day(self) -> str:
        """The day, ``MM-DD``."""
        return self.day

    @property
    def stated_relations(self) -> tuple[Relation, ...]:
        """The documents that lay the day down."""
        return self.founding

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The remarks."""
        return self.remarks

    def references(self) -> Iterator[Reference]:
        """The documents that lay the day down, and topics."""
        yield from relation_ends("founding", self.founding)
        yield from references_in("topics", self.topics, TOPIC)
