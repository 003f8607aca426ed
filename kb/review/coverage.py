"""How far a review reaches: with which layer each citation was compared, and why the others were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from kb.citation.models import Citation, CitationKind
from kb.number.document_number import DocumentNumber
from kb.number.issuers import PARTY_SYMBOLS
from kb.register.layers import Layer
from kb.review.local import is_local


class Outside(str, Enum):
    """Why a citation could not be compared. `label` is what a reader sees."""

    label: str

    def __new__(cls, value: str, label: str) -> Outside:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        return member

    LOCAL = "local", "văn bản của địa phương"
    PARTY = "party", "văn bản của Đảng, đoàn thể"
    LETTER = "letter", "công văn"
    STANDARD = "standard", "tiêu chuẩn, quy chuẩn"
    NAMED = "named", "viện dẫn bằng tên"
    CENTRAL = "central", "văn bản trung ương chưa có trong sổ"


class Judged(Protocol):
    """What is asked of a finding."""

    @property
    def citation(self) -> Citation: ...

    @property
    def layer(self) -> Layer: ...


@dataclass(frozen=True)
class Coverage:
    """Counts of citations: compared by layer, outside all layers by reason."""

    compared: Mapping[Layer, int]
    outside: Mapping[Outside, int]

    def line(self) -> str:
        """``Đã đối chiếu 20 trong 25 viện dẫn: 12 với kho, 8 với sổ đăng ký; 5 ngoài kho và sổ: …``."""
        done, left = sum(self.compared.values()), sum(self.outside.values())
        withs = ", ".join(f"{count} với {layer.label}" for layer, count in self.compared.items())
        whys = ", ".join(f"{count} {why.label}" for why, count in self.outside.items())
        said = f"Đã đối chiếu {done} trong {done + left} viện dẫn" + (f": {withs}" if withs else "")
        return f"{said}; {left} ngoài kho và sổ: {whys}." if whys else f"{said}."

    def as_json(self) -> dict[str, Any]:
        """{"compared": {layer: count}, "outside": {reason: count}}."""
        return {
            "compared": {layer.value: count for layer, count in self.compared.items()},
            "outside": {why.value: count for why, count in self.outside.items()},
        }


def coverage(findings: Iterable[Judged]) -> Coverage:
    """Counts the findings; what contradicts itself was compared with nothing."""
    compared: Counter[Layer] = Counter()
    outside: Counter[Outside] = Counter()
    for finding in findings:
        if finding.layer is Layer.NONE:
            outside[reason(finding.citation)] += 1
        else:
            compared[finding.layer] += 1
    return Coverage(
        {layer: compared[layer] for layer in Layer if compared[layer]},
        {why: outside[why] for why in Outside if outside[why]},
    )


def reason(citation: Citation) -> Outside:
    """Why no layer holds what is cited, as far as the citation tells."""
    if citation.kind is CitationKind.STANDARD:
        return Outside.STANDARD
    if citation.number is None:
        return Outside.NAMED
    if is_of_party(citation.number):
        return Outside.PARTY
    if is_local(citation.number):
        return Outside.LOCAL
    return Outside.LETTER if citation.type_name == "Công văn" else Outside.CENTRAL


def is_of_party(number: DocumentNumber) -> bool:
    """Whether the form of a number is that of the Party and of its mass organisations."""
    return number.separator == "-" or number.groups[-1] in PARTY_SYMBOLS
