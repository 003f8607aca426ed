"""How sure something is, as every page and `kb show` marks it: one sign, and a legend that says what the signs mean.

The signs stand in WGL4, the set of characters that the fonts of every terminal and printer hold; the fuller, the surer.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from kb.model import Remark
from kb.model.vocabulary import Sureness

LEGEND_LABEL = "Mức chắc chắn"


@dataclass(frozen=True)
class SureMark:
    """A sign and the words that it stands for, which who cannot see it hears."""

    sign: str
    words: str

    @property
    def explained(self) -> str:
        """The sign with its words, as a legend has them."""
        return f"{self.sign} {self.words}"


_SIGNS = {Sureness.CONFIRMED: "●", Sureness.READ: "○", Sureness.PLAN: "□", Sureness.INFERRED: "≈"}
_REMARK_MARKS = {
    "certain": SureMark("●", "chắc chắn"),
    "likely": SureMark("○", "nhiều khả năng"),
    "suspected": SureMark("≈", "mới nghi vấn"),
}


def sure_mark(sure: Sureness) -> SureMark:
    """The mark of a fact that is so sure."""
    return SureMark(_SIGNS[sure], sure.label)


def remark_mark(remark: Remark) -> SureMark:
    """The mark of an editor's remark on a plan."""
    return _REMARK_MARKS[remark.certainty]


def remark_label(remark: Remark) -> str:
    """What a remark is about; what is not certain is never called wrong outright."""
    label = remark.kind.label
    return label if remark.certainty == "certain" else f"Có thể {label[:1].lower()}{label[1:]}"


FACT_LEGEND = tuple(sure_mark(sure) for sure in Sureness)
"""The marks of facts, the surest first."""
REMARK_LEGEND = tuple(_REMARK_MARKS.values())
"""The marks of remarks on a plan, the surest first."""


def legend_line(sures: Iterable[Sureness]) -> str:
    """The legend of the facts that are so sure, as one line of a terminal."""
    met = frozenset(sures)
    return f"{LEGEND_LABEL}: {'; '.join(sure_mark(sure).explained for sure in Sureness if sure in met)}"
