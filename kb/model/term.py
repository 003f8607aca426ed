"""An abbreviation and what it stands for."""

from typing import Annotated

from msgspec import Meta

from kb.model.kinds import TERM
from kb.model.record import Sourced
from kb.model.values import UNKNOWN, Text


class Term(Sourced, frozen=True, kw_only=True):
    """An abbreviation with its expansion, which may be unknown."""

    record_kind = TERM
    witnessed = frozenset({"expansion"})

    abbreviation: Annotated[Text, Meta(description="Chữ viết tắt, đúng chữ hoa chữ thường.")]
    variants: Annotated[tuple[Text, ...], Meta(description="Cách viết khác của chữ viết tắt.")] = ()
    expansion: Annotated[Text, Meta(description="Viết đầy đủ.")]
    note: Annotated[Text | None, Meta(description="Ghi chú: nghĩa khác, cách dùng.")] = None

    @property
    def name_text(self) -> str:
        """The abbreviation with its expansion, where that is known."""
        return self.abbreviation if self.expansion == UNKNOWN else f"{self.abbreviation}: {self.expansion}"
