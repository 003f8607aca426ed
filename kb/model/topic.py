"""A topic under which records are gathered."""

from typing import Annotated

from msgspec import Meta

from kb.model.kinds import TOPIC
from kb.model.record import Record
from kb.model.values import Text


class Topic(Record, frozen=True, kw_only=True):
    """A topic: a name alone, for it states no facts."""

    record_kind = TOPIC

    label: Annotated[Text, Meta(description="Tên chủ đề.")]

    @property
    def name_text(self) -> str:
        """The label."""
        return self.label
