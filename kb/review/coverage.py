"""How far a review reaches: with which layer each citation was compared, and why the others were not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import Enum
from typing import Any, Protocol

from kb.citation.models import Citation, CitationKind
from kb.language.fold import composed
from kb.number.document_number import DocumentNumber
from kb.number.issuers import PARTY_SYMBOLS
from kb.register.layers import Layer
from kb.review.local import is_local
from kb.review.verdicts import Verdict


class Outside(str, Enum):
    """Why a citation could not be compared. `label` is what a reader sees, `advice` what is to be done."""

    label: str
    advice: str

    def __new__(cls, value: str, label: str, advice: str) -> Outside:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.advice = advice
        return member

    LOCAL = "local", "văn bản của địa phương", "đối chiếu với bản lưu hoặc hỏi cơ quan ban hành"
    PARTY = "party", "văn bản của Đảng, đoàn thể", "đối chiếu với bản lưu hoặc hỏi cơ quan ban hành"
    LETTER = "letter", "công văn", "đối chiếu với bản lưu ở văn thư"
    STANDARD = "standard", "tiêu chuẩn, quy chuẩn", "đối chiếu với bản của cơ quan công bố"
    NAMED = "named", "viện dẫn bằng tên", "kiểm tra lại tên, ghi thêm số và ngày nếu được"
    CENTRAL = (
        "central",
        "văn bản trung ương",
        "kiểm tra lại số đã gõ, tra theo số và ngày ở Công báo",
    )


class Judged(Protocol):
    """What is asked of a finding."""

    @property
    def citation(self) -> Citation: ...

    @property
    def layer(self) -> Layer: ...

    @property
    def verdict(self) -> Verdict: ...


_MOST_NAMED = 8
"""Citations of one reason that are named one by one."""


@dataclass(frozen=True)
class Coverage:
    """Counts of citations: compared by layer, outside all layers by reason; and the words of those outside."""

    compared: Mapping[Layer, int]
    outside: Mapping[Outside, int]
    named: Mapping[Outside, Sequence[str]]

    def line(self) -> str:
        """``Đã đối chiếu 3 trong 4 viện dẫn: …. Chưa đối chiếu được 1, vì …: 1 công văn (“Công văn số 5”).``."""
        done, left = sum(self.compared.values()), sum(self.outside.values())
        withs = ", ".join(f"{count} với {layer.label}" for layer, count in self.compared.items())
        said = f"Đã đối chiếu {done} trong {done + left} viện dẫn" + (f": {withs}." if withs else ".")
        whys = "; ".join(f"{count} {why.label} ({self._named(why)})" for why, count in self.outside.items())
        return f"{said} Chưa đối chiếu được {left}, vì kho và sổ đăng ký chưa có đủ dữ kiện: {whys}." if whys else said

    def _named(self, why: Outside) -> str:
        names = self.named[why]
        more = f" và {len(names) - _MOST_NAMED} văn bản khác" if len(names) > _MOST_NAMED else ""
        return ", ".join(f"“{name}”" for name in names[:_MOST_NAMED]) + more

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
    named: dict[Outside, dict[str, None]] = {}
    for finding in findings:
        if finding.layer is Layer.NONE:
            why = reason(finding.citation)
            outside[why] += 1
            named.setdefault(why, {})[" ".join(composed(finding.citation.core.surface).split())] = None
        else:
            compared[finding.layer] += 1
    return Coverage(
        {layer: compared[layer] for layer in Layer if compared[layer]},
        {why: outside[why] for why in Outside if outside[why]},
        {why: tuple(names) for why, names in named.items()},
    )


def unheld(finding: Judged) -> list[str]:
    """Of what nothing holds why it could not be compared and what is to be done, one Vietnamese sentence."""
    if finding.layer is not Layer.NONE or finding.verdict is not Verdict.UNKNOWN:
        return []
    why = reason(finding.citation)
    return [f"chưa đối chiếu được: kho và sổ đăng ký chưa có đủ dữ kiện về {why.label} này; {why.advice}"]


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
