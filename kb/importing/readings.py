"""What was read of a document's header and ending: values, each with how sure the reading is and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Generic, TypeVar

from kb.importing.blocks import Block
from kb.language.dates import PartialDate
from kb.model.vocabulary import DocumentType

CERTAIN = 0.95
"""The form that the rules of official texts prescribe, at the place they prescribe."""
LIKELY = 0.75
"""The form without its place, or two weaker signs together."""
GUESSED = 0.5
"""Inferred from something else: a symbol, the last lines, the letter case of another line."""

DOUBTFUL_BELOW = 0.7
"""A reading of a lower confidence is marked ``cần xem lại`` in a draft and named in its summary."""

Value = TypeVar("Value", str, PartialDate)


@dataclass(frozen=True, slots=True)
class FieldReading(Generic[Value]):
    """A value read: text, or a date as exact as the text gives it.

    `confidence` lies between 0 and 1, `start` is a code point of the draft's text, `note` says why it is in doubt.
    """

    value: Value
    confidence: float
    start: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class BodyReading:
    """An issuing body by its name in the text; `id` is the corpus's, None where the corpus has none of that name."""

    name: str
    id: str | None
    confidence: float
    start: int
    note: str = ""


@dataclass
class Header:
    """The fields of one document; None, or an empty list, where the text does not give them."""

    party: bool = False
    consolidated: bool = False
    """Whether it is a text made of others (văn bản hợp nhất)."""
    number: FieldReading[str] | None = None
    issued: FieldReading[PartialDate] | None = None
    place: FieldReading[str] | None = None
    type: FieldReading[str] | None = None
    """The type word in its usual case; `document_type` where it is one of the vocabulary."""
    document_type: DocumentType | None = None
    title: FieldReading[str] | None = None
    issuer: str = ""
    """The body named in front of the title: ``của Bộ Chính trị``."""
    bodies: list[BodyReading] = field(default_factory=list)
    signer: FieldReading[str] | None = None
    in_force: FieldReading[PartialDate] | None = None
    recipients: list[FieldReading[str]] = field(default_factory=list)
    above: tuple[Block, ...] = ()
    """The blocks of the header, down to the last line of the title."""
    ending: tuple[Block, ...] = ()
    """The blocks of nơi nhận and signature."""
    inside: tuple[Block, ...] = ()
    """What stands between: the preamble and the body."""
    behind: tuple[Block, ...] = ()
    """What follows the signature: annexes, a regulation issued with the document."""


def is_doubtful(confidence: float) -> bool:
    """Whether a reading of this confidence is one that an editor is asked to look at."""
    return confidence < DOUBTFUL_BELOW
