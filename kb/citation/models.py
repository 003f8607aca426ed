"""What is found in a text: citations with the place of every part, and what is wrong with them."""

from __future__ import annotations

from dataclasses import dataclass

from kb.number import DocumentNumber


@dataclass(frozen=True)
class Span:
    """Words of the text; `start` and `end` count code points, `end` excluded."""

    start: int
    end: int
    surface: str


@dataclass(frozen=True)
class NumberedCitation:
    """A document cited by number, with the parts that stand around it. Unknown parts are None."""

    span: Span
    number_typed: Span
    number: DocumentNumber
    type_typed: Span | None = None
    date_typed: Span | None = None
    issuer_typed: Span | None = None

    @property
    def whole(self) -> Span:
        """From the type word to the last part that was read, issuer included."""
        return self.span


@dataclass(frozen=True)
class NamedCitation:
    """A record mentioned by one of its names."""

    span: Span
    candidates: tuple[str, ...]
    """Ids of the records that bear the name."""


Citation = NumberedCitation | NamedCitation


@dataclass(frozen=True)
class Fault:
    """One thing wrong in the way a document is cited: what, as it should be, as typed."""

    part: str
    """number, symbol, variant, date or issuer."""
    expected: str
    got: str
    severity: str = "error"
    """error, or remark where the sources themselves differ."""

    @property
    def message(self) -> str:
        """One Vietnamese sentence for a reader."""
        return _MESSAGES[self.part].format(expected=self.expected, got=self.got)


_MESSAGES = {
    "number": "sai số hiệu: viết “{got}”, đúng là “{expected}”",
    "symbol": "sai ký hiệu: viết “{got}”, đúng là “{expected}”",
    "variant": "cách ghi “{got}” cũng gặp ở nguồn khác; cách ghi được biết rõ hơn là “{expected}”",
    "date": "sai ngày ban hành: viết “{got}”, đúng là {expected}",
    "issuer": "sai cơ quan ban hành: viết “{got}”, đúng là {expected}",
    "issuer-related": "cơ quan ghi là “{got}”, trong khi kho ghi cơ quan ban hành là {expected}",
}


@dataclass(frozen=True)
class Resolution:
    """A citation and the record it means: one, several that cannot be told apart, or none."""

    citation: Citation
    candidates: tuple[str, ...]
    faults: tuple[Fault, ...] = ()

    @property
    def target(self) -> str | None:
        """The one record meant; None when unknown or ambiguous: a wrong link is worse than none."""
        return self.candidates[0] if len(self.candidates) == 1 else None
