"""Verdicts on the citations of a draft."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from msgspec import Struct

from kb.citation.dates import typed_date
from kb.citation.models import Citation, CitationFault, CitationKind, Suggestion, TextSpan
from kb.drafts import Draft, DraftPlace
from kb.language.fold import composed
from kb.model.vocabulary import Status
from kb.register.layers import Layer
from kb.review.coverage import Coverage, coverage
from kb.review.left_open import NOT_KNOWN, TO_VERIFY, left_open
from kb.review.verdicts import Severity, Verdict

_PHASE_OVER = Status.PHASE_OVER.label.lower()
"""What is said of a programme whose time is over: it is no text that lost its force."""


class Finding(Struct, frozen=True):
    """One citation of a draft and what is said of it."""

    citation: Citation
    place: DraftPlace
    excerpt: tuple[str, str, str]
    """The words before it, its own, the words behind it."""
    verdict: Verdict
    target: str | None = None
    target_name: str | None = None
    candidates: tuple[str, ...] = ()
    candidate_names: tuple[str, ...] = ()
    faults: tuple[CitationFault, ...] = ()
    ends: tuple[str, ...] = ()
    """Why the document does not hold on the day, and what took its place, a Vietnamese sentence each."""
    notes: tuple[str, ...] = ()
    """Vietnamese sentences: what else a reader of the day must know."""
    weak: tuple[str, ...] = ()
    """Of `notes` those for which it is no basis on the day, or not for long: not in force yet, ended in part, an end
    that is coming."""
    confirmed: tuple[str, ...] = ()
    """What beside the citation was compared and is right, a Vietnamese sentence each."""
    suggestions: tuple[tuple[Suggestion, str], ...] = ()
    """Near misses, each with the name of its document."""
    correction: str | None = None
    """The citation as it should be typed."""
    replacements: tuple[str, ...] = ()
    """Of a document that ended the citations of those that took its place."""
    layer: Layer = Layer.NONE
    """What spoke of it."""
    effect_unknown: bool = False
    """No source says whether the document holds on the day."""
    end_reported: bool = False
    """A source that nobody can check says that the document has ended."""
    basis: str = ""
    """The document that a register holds, with the sources and the days on which they were read."""

    @property
    def words(self) -> str:
        """The words of the verdict: those of a name where no number was typed."""
        return self.verdict.of_name if self.citation.kind is CitationKind.NAMED else self.verdict.label

    @property
    def label(self) -> str:
        """The words of the verdict; of what a phase has ended that it has, beside “đúng” what is open of the effect."""
        if self.verdict is Verdict.ENDED and any(end.startswith(_PHASE_OVER) for end in self.ends):
            return f"đã {_PHASE_OVER}"
        if not self.effect_open:
            return self.words
        name = "số" if self.citation.kind is CitationKind.NUMBERED else "tên"
        compared = f" {name}, ngày" if typed_date(self.citation) else ""
        return f"{self.verdict.label}{compared}; {self.effect_open}"

    @property
    def effect_open(self) -> str:
        """What is open of the effect of a document that is cited rightly; empty where nothing is."""
        if self.verdict is not Verdict.RIGHT:
            return ""
        return TO_VERIFY if self.end_reported else NOT_KNOWN if self.effect_unknown else ""

    @property
    def errors(self) -> tuple[CitationFault, ...]:
        """The faults that contradict the record."""
        return tuple(fault for fault in self.faults if fault.severity == "error")

    @property
    def doubts(self) -> tuple[CitationFault, ...]:
        """The faults that a reader should look at: something speaks against the citation, but does not settle it."""
        return tuple(fault for fault in self.faults if fault.severity == "doubt")

    @property
    def remarks(self) -> tuple[CitationFault, ...]:
        """The faults of form, and those that the sources do not settle."""
        return tuple(fault for fault in self.faults if fault.severity == "remark")

    @property
    def against_basis(self) -> tuple[str, ...]:
        """Why it is not to stand as a basis as it is; a text rightly cited as one that ended is none."""
        return self.weak if self.verdict is Verdict.RIGHT else (*self.ends, *self.weak)

    @property
    def needs_attention(self) -> bool:
        """Whether a reader must act: the verdict decides, a hint or a remark never does."""
        return self.verdict.needs_attention

    @property
    def severity(self) -> Severity | None:
        """That of the verdict, or of what is said beside it; None where nothing is to be looked at."""
        said = self.faults or self.ends or self.notes or self.suggestions
        return self.verdict.severity or (Severity.NOTE if said else None)

    def sentences(self) -> list[str]:
        """Everything said of the citation, a sentence each, the gravest first."""
        said = [fault.message for fault in (*self.errors, *self.doubts)]
        said += (*self.ends, *self.notes)
        said += [doubt["message"] for doubt in self._doubts()]
        said += [f"lưu ý: {fault.message}" for fault in self.remarks]
        return [*said, *self.confirmed, *self.mending()]

    def source_words(self) -> list[str]:
        """What of a register it rests on, where no sentence says it yet."""
        told = not self.basis or any(self.basis in sentence for sentence in self.sentences())
        return [] if told else [f"nguồn: {self.layer.label}, {self.basis}"]

    def mending(self) -> list[str]:
        """What to type instead, where that is known: mended, then of what took the place of a text that ended."""
        mended = [f"sửa thành: {self.correction}"] if self.correction else []
        return [*mended, *(f"thay bằng: {words}" for words in self.replacements)]

    def problems(self) -> list[dict[str, str]]:
        """What is to be done about the citation, in the form of every problem: code, message, help."""
        mend = f"sửa thành: {self.correction}" if self.correction else ""
        instead = "; ".join(f"thay bằng: {words}" for words in self.replacements)
        found = [{"code": fault.part, "message": fault.message, "help": mend} for fault in self.errors]
        found += [{"code": fault.part, "message": fault.message, "help": _COMPARE} for fault in self.doubts]
        found += [{"code": Verdict.ENDED.value, "message": end, "help": instead} for end in self.ends]
        found += [{"code": self.verdict.value, "message": note, "help": ""} for note in (*self.notes, *self.confirmed)]
        found += self._doubts()
        return found + [{"code": fault.part, "message": fault.message, "help": ""} for fault in self.remarks]

    def _doubts(self) -> list[dict[str, str]]:
        """Which document was meant, where the citation does not settle it."""
        found = []
        if self.candidate_names:
            names = "; ".join(self.candidate_names)
            found.append({"code": "ambiguous", "message": f"chưa rõ là văn bản nào: {names}", "help": _NAME_ONE})
        for near, name in self.suggestions:
            found.append({"code": "near-miss", "message": f"có phải {name}? ({near.reason})", "help": _COMPARE})
        return found

    def as_json(self) -> dict[str, Any]:
        """The documented form; `date` is ISO, or as typed where that is no date."""
        cited = self.citation
        return {
            "start": cited.span.start,
            "end": cited.span.end,
            "line": self.place.line,
            "column": self.place.column,
            "page": self.place.page,
            "surface": cited.span.surface,
            "kind": cited.kind.value,
            "type": cited.type_name,
            "number": cited.canonical,
            "date": str(typed) if (typed := typed_date(cited)) else _surface(cited.date_typed),
            "issuer": _surface(cited.issuer_typed),
            "provision": _surface(cited.provision),
            "target": self.target,
            "candidates": list(self.candidates),
            "verdict": self.verdict.value,
            "effect": "unknown" if self.effect_unknown else "end-reported" if self.end_reported else None,
            "problems": self.problems(),
            "correction": self.correction,
            "replacements": list(self.replacements),
            "layer": self.layer.value,
            "basis": self.basis or None,
        }


_CONVERTED = "văn bản gõ bằng bảng mã {}; đã được chuyển sang Unicode để đọc"
_NAME_ONE = "ghi thêm ngày và cơ quan ban hành"
_COMPARE = "đối chiếu với bản chính thức"


def _surface(span: TextSpan | None) -> str | None:
    return " ".join(composed(span.surface).split()) if span else None


@dataclass(frozen=True)
class Review:
    """A draft and the findings on it, in the order of its text."""

    draft: Draft
    day: date
    findings: tuple[Finding, ...] = field(default=())

    @property
    def counts(self) -> Counter[Verdict]:
        """How many citations got each verdict."""
        return Counter(finding.verdict for finding in self.findings)

    def of(self, verdict: Verdict) -> list[Finding]:
        """The findings of a verdict."""
        return [finding for finding in self.findings if finding.verdict is verdict]

    @property
    def needs_attention(self) -> bool:
        """Whether a reader must act on any citation, or on what was not read."""
        return bool(self.draft.unread) or any(finding.needs_attention for finding in self.findings)

    def summary(self) -> str:
        """``25 viện dẫn: 8 sai; 15 đúng``, the gravest first, without the verdicts that nothing got."""
        parts = [f"{len(alike)} {words}{left_open(f.effect_open for f in alike)}" for words, alike in self._by_words()]
        unread = f"; chưa đọc được {len(self.draft.unread)} phần" if self.draft.unread else ""
        return f"{len(self.findings)} viện dẫn" + (f": {'; '.join(parts)}" if parts else "") + unread

    def _by_words(self) -> Iterator[tuple[str, list[Finding]]]:
        """The findings by the words of their verdicts, the gravest first."""
        for verdict in Verdict:
            for words in dict.fromkeys((verdict.label, verdict.of_name)):
                if alike := [finding for finding in self.of(verdict) if finding.words == words]:
                    yield words, alike

    @property
    def converted(self) -> str:
        """A sentence that says from what the draft was converted; empty where it is Unicode."""
        return _CONVERTED.format(self.draft.encoding) if self.draft.encoding else ""

    @property
    def coverage(self) -> Coverage:
        """How many citations were compared, with what, and why the others were not."""
        return coverage(self.findings)

    def as_json(self) -> dict[str, Any]:
        """The documented form: file, ISO day, counts by verdict, what was not read, what was compared, citations."""
        return {
            "file": self.draft.name,
            "day": self.day.isoformat(),
            "encoding": self.draft.encoding or None,
            "unread": list(self.draft.unread),
            "summary": {verdict.value: self.counts[verdict] for verdict in Verdict},
            "coverage": self.coverage.as_json(),
            "citations": [finding.as_json() for finding in self.findings],
        }
