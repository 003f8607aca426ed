"""The one table of verdicts: JSON value, words, severity, exit code. Every form of a review takes them from here."""

from __future__ import annotations

from enum import Enum


class Severity(str, Enum):
    """How grave what is said of a citation is, the gravest first; the value is that of pages, `label` a reader's word.

    A citation has the gravest of what is said of it, or none, and counts once.
    """

    label: str
    sign: str

    def __new__(cls, value: str, label: str, sign: str) -> Severity:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.sign = sign
        return member

    WRONG = "wrong", "sai", "✗"
    """To be mended: it contradicts the record, or itself."""
    LAPSED = "lapsed", "hết hiệu lực", "⊘"
    """The document no longer holds on the day."""
    NOTE = "note", "lưu ý", "△"
    """To be looked at: form, what the sources do not settle, what could not be compared."""


class Verdict(str, Enum):
    """What is said of a citation, the gravest first. The value is that of JSON and the class on the pages.

    `label` is what a reader sees, `level` the severity as SARIF names it (error, warning, note, none), `exit_code` what
    `kb review` ends with where it is the gravest verdict of a draft. `of_name` is the label of a citation that gives no
    number, where it is another.
    """

    label: str
    level: str
    exit_code: int
    of_name: str

    def __new__(cls, value: str, label: str, level: str, exit_code: int, of_name: str = "") -> Verdict:
        member = str.__new__(cls, value)
        member._value_ = value
        member.label = label
        member.level = level
        member.exit_code = exit_code
        member.of_name = of_name or label
        return member

    WRONG = "wrong", "sai", "error", 1
    """What was typed contradicts the record, or itself."""
    ENDED = "expired", "hết hiệu lực", "warning", 1
    """The document no longer holds on the day."""
    SUSPECT = "suspect", "cần xem lại", "warning", 0
    """Something in the draft speaks against the citation, but does not settle it."""
    AMBIGUOUS = "ambiguous", "chưa xác định được văn bản", "warning", 1
    """Several records fit."""
    UNVERIFIED = (
        *("unverified", "đúng số, chưa đối chiếu được ngày", "note", 0),
        "đúng tên, chưa đối chiếu được số và ngày",
    )
    """The number fits one record, the day could not be compared: one of the two does not give it. So is a name."""
    UNKNOWN = "unknown", "không có trong kho", "note", 0
    """No record is meant; this says nothing of whether the citation is right."""
    RIGHT = "correct", "đúng", "none", 0
    """Everything that was typed was compared with the record and is the same."""

    @property
    def needs_attention(self) -> bool:
        """Whether a reader must act before the draft goes out."""
        return self.exit_code != 0

    @property
    def severity(self) -> Severity | None:
        """The severity that the verdict alone has; what is said beside it may be a note all the same."""
        return _SEVERITIES.get(self)


_SEVERITIES = {
    Verdict.WRONG: Severity.WRONG,
    Verdict.ENDED: Severity.LAPSED,
    Verdict.SUSPECT: Severity.NOTE,
    Verdict.AMBIGUOUS: Severity.NOTE,
    Verdict.UNVERIFIED: Severity.NOTE,
}
