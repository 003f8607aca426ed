"""A programme, movement, campaign or standard that documents set up and bodies lead."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kb.language.dates import PartialDate
from kb.model.kinds import BODY, DOCUMENT, PROGRAMME, TOPIC
from kb.model.parts import Event, Relation, Statement
from kb.model.record import Reference, Sourced, event_causes, references_in, relation_ends
from kb.model.values import AS_DATE, UNKNOWN, DateOrUnknown, Slug, Text
from kb.model.vocabulary import ProgrammeType

_SET_UP_BY_DOCUMENT = frozenset(
    {
        ProgrammeType.NATIONAL_PROGRAMME,
        ProgrammeType.PROGRAMME,
        ProgrammeType.PROJECT,
        ProgrammeType.SCHEME,
        ProgrammeType.CRITERION,
    }
)
"""Types whose name stands for the document that approved them; a movement's name is only its name."""


class Programme(Sourced, frozen=True, kw_only=True):
    """A programme or movement; like a document it has a status, computed from its events."""

    record_kind = PROGRAMME
    relations_field = "founding"
    witnessed = frozenset({"name", "led_by", "launched", "applies_to", "duties"})

    name: Annotated[Text, Meta(description="Tên chính thức.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác.")] = ()
    cited_as: Annotated[
        tuple[Text, ...], Meta(description="Cách viết sai tên đã gặp: vẫn nhận ra chương trình, nhưng báo lỗi.")
    ] = ()
    type: Annotated[ProgrammeType, Meta(description="Loại chương trình, phong trào.")]
    led_by: Annotated[tuple[Slug, ...], Meta(description="Mã cơ quan chủ trì.")] = ()
    launched: Annotated[DateOrUnknown, Meta(description="Ngày bắt đầu hoặc phát động."), AS_DATE]
    founding: Annotated[tuple[Relation, ...], Meta(description="Văn bản làm cơ sở.")] = ()
    part_of: Annotated[Slug | None, Meta(description="Mã chương trình lớn hơn.")] = None
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án.")]
    applies_to: Annotated[Text, Meta(description="Đối tượng áp dụng; unknown nếu chưa đọc được.")] = UNKNOWN
    duties: Annotated[tuple[Text, ...], Meta(description="Trách nhiệm, nhiệm vụ.")] = ()
    events: Annotated[tuple[Event, ...], Meta(description="Các mốc: bắt đầu, hết giai đoạn, tổng kết …")] = ()
    topics: Annotated[tuple[Slug, ...], Meta(description="Mã chủ đề.")] = ()
    remarks: Annotated[tuple[Statement, ...], Meta(description="Điều cần lưu ý, kèm nguồn.")] = ()

    @property
    def name_text(self) -> str:
        """The official name."""
        return self.name

    @property
    def type_label(self) -> str:
        """The type in words: ``Phong trào``."""
        return self.type.label

    @property
    def names_in_texts(self) -> tuple[str, ...]:
        """The name and the other names, the wrong ones too."""
        return (self.name, *self.aliases, *self.cited_as)

    @property
    def misspelt_names(self) -> tuple[str, ...]:
        """The wrong names that were met."""
        return self.cited_as

    @property
    def is_cited_by_name(self) -> bool:
        """For the types that a document approves; the name of a movement is only its name."""
        return self.type in _SET_UP_BY_DOCUMENT

    @property
    def responsible_bodies(self) -> tuple[str, ...]:
        """The bodies that lead it."""
        return self.led_by

    @property
    def begun(self) -> PartialDate:
        """The date of its launch."""
        return self.launched

    @property
    def stated_relations(self) -> tuple[Relation, ...]:
        """The documents that it is founded on."""
        return self.founding

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The remarks."""
        return self.remarks

    def references(self) -> Iterator[Reference]:
        """The documents behind it, causes of events, the bodies that lead it, what it is part of, topics."""
        yield from relation_ends("founding", self.founding)
        yield from event_causes(self.events)
        yield from references_in("led_by", self.led_by, BODY)
        if self.part_of:
            yield Reference(("part_of",), self.part_of, (PROGRAMME, DOCUMENT))
        yield from references_in("topics", self.topics, TOPIC)
