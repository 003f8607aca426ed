"""The layers of knowledge: the corpus speaks first, the registers beside it of what it does not hold; never mixed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

from kb.register.lookup import Register


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


@dataclass(frozen=True)
class LayerRegister:
    """A register and the layer that it is."""

    layer: Layer
    register: Register
