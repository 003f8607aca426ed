"""A model: a way of working that a locality tried and others may take over (mô hình)."""

from collections.abc import Iterator
from typing import Annotated

from msgspec import Meta

from kb.model.kinds import BODY, MODEL, TOPIC
from kb.model.parts import Statement
from kb.model.record import Reference, Sourced, references_in
from kb.model.values import Slug, Text


class Model(Sourced, frozen=True, kw_only=True):
    """A model that bodies run in a locality."""

    record_kind = MODEL
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
        """The name."""
        return self.name

    @property
    def names_in_texts(self) -> tuple[str, ...]:
        """The name and the other names."""
        return (self.name, *self.aliases)

    @property
    def responsible_bodies(self) -> tuple[str, ...]:
        """The bodies that run it."""
        return self.run_by

    @property
    def statements(self) -> tuple[Statement, ...]:
        """The remarks."""
        return self.remarks

    def references(self) -> Iterator[Reference]:
        """The bodies that run it, and topics."""
        yield from references_in("run_by", self.run_by, BODY)
        yield from references_in("topics", self.topics, TOPIC)
