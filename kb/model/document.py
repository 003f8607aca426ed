"""A document: what was issued under a number, with its facts, events, relations and provisions."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kb.language.dates import PartialDate
from kb.model.kinds import BODY, DOCUMENT, TOPIC
from kb.model.parts import EndSought, Event, Link, NumberedRelation, Provision, Relation, Statement
from kb.model.record import Reference, Sourced, event_causes, references_in, relation_ends
from kb.model.values import UNKNOWN, Slug, Text
from kb.model.vocabulary import DocumentType, EventKind


class Document(Sourced, frozen=True, kw_only=True):
    """A document of the State or the Party, as issued; its status is computed from its events."""

    record_kind = DOCUMENT
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
    session: Annotated[
        Text | None, Meta(description="Hội nghị ban hành của Ban Chấp hành Trung ương (ví dụ: Hội nghị lần thứ tám).")
    ] = None
    place: Annotated[Text | None, Meta(description="Địa danh ghi trên văn bản, ví dụ: Hà Nội.")] = None
    signer: Annotated[Text, Meta(description="Người ký; unknown nếu chưa biết.")]
    recipients: Annotated[tuple[Text, ...], Meta(description="Nơi nhận ghi trên văn bản: mỗi nơi một dòng.")] = ()
    title: Annotated[Text, Meta(description="Tên gọi hoặc trích yếu.")]
    aliases: Annotated[tuple[Text, ...], Meta(description="Tên gọi khác, dùng khi viện dẫn không có số.")] = ()
    summary: Annotated[Text, Meta(description="Tóm tắt bằng lời của dự án, dễ hiểu.")]
    applies_to: Annotated[Text, Meta(description="Đối tượng áp dụng; unknown nếu chưa đọc được.")]
    duties: Annotated[
        tuple[Text, ...], Meta(description="Trách nhiệm, nhiệm vụ: mỗi việc một dòng; để trống nếu chưa đọc được.")
    ] = ()
    events: Annotated[
        tuple[Event, ...], Meta(description="Các sự kiện có ngày: ban hành, có hiệu lực, sửa đổi …", min_length=1)
    ]
    end_sought: Annotated[
        EndSought | None, Meta(description="Đã tra cứu văn bản chấm dứt hiệu lực đến ngày nào, ở đâu mà chưa thấy.")
    ] = None
    relations: Annotated[
        tuple[Relation, ...], Meta(description="Quan hệ với văn bản khác; không gõ quan hệ ngược.")
    ] = ()
    numbered_relations: Annotated[
        tuple[NumberedRelation, ...], Meta(description="Quan hệ với văn bản kho chưa có bản ghi: ghi số thay cho mã.")
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
        """The title, or ``unknown``."""
        return self.title

    @property
    def issued(self) -> PartialDate:
        """The date of issue, as exact as known."""
        for event in self.events:
            if event.kind is EventKind.ISSUED:
                return event.date
        return PartialDate.UNKNOWN

    @property
    def short_name(self) -> str:
        """Type and number, or the title where the number is unknown."""
        if self.number == UNKNOWN:
            named = self.title.startswith(self.type.label)
            return self.title if named else f"{self.type.label} “{self.title}”"
        return f"{self.type.label} {self.number}"

    @property
    def title_beside_name(self) -> str:
        """The title, but where the number is unknown: there it is the short name."""
        return "" if self.number == UNKNOWN else self.title

    @property
    def full_name(self) -> str:
        """Number and title."""
        return f"{self.number}, {self.title}"

    @property
    def type_label(self) -> str:
        """The type in words: ``Thông tư``."""
        return self.type.label

    @property
    def names_in_texts(self) -> tuple[str, ...]:
        """The other names alone: a title is too long to be a name in passing."""
        return self.aliases

    @property
    def is_cited_by_name(self) -> bool:
        """Always."""
        return True

    @property
    def responsible_bodies(self) -> tuple[str, ...]:
        """The bodies that issued it."""
        return self.issuers

    @property
    def begun(self) -> PartialDate:
        """The date of issue."""
        return self.issued

    @property
    def stated_relations(self) -> tuple[Relation, ...]:
        """The relations."""
        return self.relations

    @property
    def web_links(self) -> tuple[Link, ...]:
        """The links."""
        return self.links

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The remarks."""
        return self.remarks

    def references(self) -> Iterator[Reference]:
        """Issuers, the other ends of relations, causes of events, topics."""
        yield from references_in("issuers", self.issuers, BODY)
        yield from relation_ends("relations", self.relations)
        yield from event_causes(self.events)
        yield from references_in("topics", self.topics, TOPIC)

    def named_sources(self) -> Iterator[tuple[tuple[str | int, ...], str]]:
        """Those of what is witnessed, and the source in which an end was looked for."""
        yield from super().named_sources()
        if self.end_sought:
            yield ("end_sought", "source"), self.end_sought.source
