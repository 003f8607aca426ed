"""The layers of knowledge beside the corpus: asked only of what it does not hold, and named in every answer."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from kb.number.document_number import DocumentNumber
from kb.register.entry import RegisterEntry
from kb.register.sources import Sources


class Layer(str, Enum):
    """What speaks of a citation. The value is that of JSON, `label` what a reader sees."""

    label: str

    def __new__(cls, value: str, label: str) -> Layer:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    NONE = "none", ""
    CORPUS = "corpus", "kho"
    REGISTER = "register", "sổ đăng ký"
    PRIVATE = "private", "sổ riêng của cơ quan"


class Registered(Protocol):
    """What is asked of a register (`kb.register.lookup.Register`)."""

    @property
    def sources(self) -> Sources: ...

    def numbered(self, number: DocumentNumber) -> list[RegisterEntry]: ...

    def named(self, name: str) -> list[RegisterEntry]: ...

    def is_known(self, number: DocumentNumber) -> bool: ...


@dataclass(frozen=True)
class LayerRegister:
    """A register and the layer that it is."""

    layer: Layer
    register: Registered
