"""What the header and the ending of a document say: values, each with how sure the reading is and where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field

from kb.importing.blocks import Block
from kb.language.dates import PartialDate
from kb.model.vocabulary import DocumentType

CERTAIN = 0.95
"""The form that the rules of official texts prescribe, at the place they prescribe."""
LIKELY = 0.75
"""The form without its place, or told by two signs together."""
GUESSED = 0.5
"""Told from something else: a symbol, the last lines, the letter case of another line."""


@dataclass(frozen=True, slots=True)
class Read:
    """A value read: `confidence` from 0 to 1, `start` its place in the draft, `note` why it is in doubt."""

    value: str
    confidence: float
    start: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class DateRead:
    """A date read, as exact as the text gives it; the rest as in `Read`."""

    value: PartialDate
    confidence: float
    start: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class BodyRead:
    """An issuing body as named: `id` is the corpus's, or None where the corpus has none of that name."""

    name: str
    id: str | None
    confidence: float
    start: int
    note: str = ""


@dataclass
class Header:
    """The fields of one document. None, or an empty list, is what the text does not tell."""

    party: bool = False
    number: Read | None = None
    issued: DateRead | None = None
    place: Read | None = None
    type: Read | None = None
    """The type word in its usual case; `document_type` where it is one of the vocabulary."""
    document_type: DocumentType | None = None
    title: Read | None = None
    issuer: str = ""
    """The body named in front of the title: ``của Bộ Chính trị``."""
    bodies: list[BodyRead] = field(default_factory=list)
    signer: Read | None = None
    in_force: DateRead | None = None
    recipients: list[Read] = field(default_factory=list)
    above: tuple[Block, ...] = ()
    """The blocks of the header, down to the last line of the title."""
    ending: tuple[Block, ...] = ()
    """The blocks of nơi nhận and signature."""
    inside: tuple[Block, ...] = ()
    """What stands between: the preamble and the body."""
    behind: tuple[Block, ...] = ()
    """What follows the signature: annexes, a regulation issued with the document."""
