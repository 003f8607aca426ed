"""The text of a plan's paragraphs to the letter, with links, the statuses of what is named, and numbered remarks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby, pairwise

from kb.citation.annotate import Mention, locate_each
from kb.citation.models import TextSpan
from kb.model import Paragraph, Plan, Remark
from kb.model.vocabulary import RemarkKind
from kb.views.citation_marks import CitationMark, mark_of, settled_severity
from kb.views.site_snapshot import Badge, SiteSnapshot
from kb.views.sureness import SureMark, remark_label, remark_mark
from kb.views.wording import known_name

_Places = list[tuple[TextSpan, int]]
"""Where the words of each remark stand in its paragraph, with the number of the remark."""


@dataclass(frozen=True)
class TextRun:
    """Some of a paragraph's text; `remark` is the number of the remark it belongs to."""

    text: str
    remark: int | None = None
    ends: tuple[int, ...] = ()
    """The remarks whose words end here: their numbers stand after them, once each."""


@dataclass(frozen=True)
class Stretch:
    """Runs that follow one another: plain text, or all of one mention, which is one link."""

    runs: tuple[TextRun, ...]
    href: str | None = None
    how: str = ""
    title: str = ""
    badge: Badge | None = None
    """The status today of the document that is named."""
    mark: CitationMark | None = None
    """The verdict on the citation."""


@dataclass(frozen=True)
class RemarkView:
    """A remark beside the text: what it is about, the correction, and the reason."""

    number: int
    label: str
    words: str
    correct: str | None
    note: str
    severity: str
    """error or remark; of a citation that of its verdict."""
    kind: RemarkKind
    sure: SureMark


@dataclass(frozen=True)
class ParagraphView:
    """A paragraph with its permalink, its text in stretches, and the remarks beside it."""

    id: str
    kind: str
    href: str
    stretches: tuple[Stretch, ...]
    remarks: tuple[RemarkView, ...]


def paragraph_address(plan: Plan, paragraph_id: str) -> str:
    """A paragraph's permalink: on the page of its section."""
    return f"{plan.page_address}{paragraph_id.split('.')[0]}/#{paragraph_id}"


def paragraph_view(
    snapshot: SiteSnapshot, plan: Plan, paragraph: Paragraph, mentions: Iterable[Mention]
) -> ParagraphView:
    """A paragraph of a plan; of `mentions`, which may be of the whole plan, its own are shown."""
    own = [mention for mention in mentions if mention.paragraph == paragraph.id]
    return ParagraphView(
        paragraph.id,
        paragraph.kind.value,
        paragraph_address(plan, paragraph.id),
        tuple(_stretches(snapshot, plan, paragraph, own)),
        tuple(
            _remark(number, remark, settled_severity(snapshot, plan, remark))
            for number, remark, _ in _numbered(plan, paragraph)
        ),
    )


def _stretches(snapshot: SiteSnapshot, plan: Plan, paragraph: Paragraph, mentions: list[Mention]) -> Iterator[Stretch]:
    """The text cut wherever a link or a remark begins or ends; joined again it is the text to the letter."""
    places = [(span, number) for number, _, span in _numbered(plan, paragraph) if span]
    spans = pairwise(_cuts(paragraph, mentions, places))
    for mention, inside in groupby(spans, lambda span: _mention_around(mentions, *span)):
        runs = (
            TextRun(paragraph.text[start:end], _remark_around(places, start, end), _remarks_ending(places, end))
            for start, end in inside
        )
        yield _linked(snapshot, plan, mention, tuple(runs))


def _mention_around(mentions: list[Mention], start: int, end: int) -> Mention | None:
    return next((mention for mention in mentions if mention.start <= start and end <= mention.end), None)


def _numbered(plan: Plan, paragraph: Paragraph) -> list[tuple[int, Remark, TextSpan | None]]:
    """The remarks of a paragraph with their places, numbered in the order of the text."""
    remarks = [remark for remark in plan.remarks if remark.at == paragraph.id]
    placed = zip(remarks, locate_each(paragraph, remarks), strict=True)
    ordered = sorted(placed, key=lambda one: one[1].end if one[1] else len(paragraph.text) + 1)
    return [(number, remark, span) for number, (remark, span) in enumerate(ordered, 1)]


def _cuts(paragraph: Paragraph, mentions: list[Mention], places: _Places) -> list[int]:
    """Offsets in the text, its beginning and end included, in order."""
    edges = {0, len(paragraph.text)}
    edges.update(edge for mention in mentions for edge in (mention.start, mention.end))
    edges.update(edge for span, _ in places for edge in (span.start, span.end))
    return sorted(edges)


def _linked(snapshot: SiteSnapshot, plan: Plan, mention: Mention | None, runs: tuple[TextRun, ...]) -> Stretch:
    """The runs of a mention, or of none, with the status and the verdict that the link shows."""
    target = snapshot.corpus.records.get(mention.target or "") if mention else None
    if mention is None or target is None:
        return Stretch(runs)
    how = "body" if target.id in snapshot.corpus.bodies else mention.how
    badge = snapshot.badge(target) if target.id in snapshot.corpus.documents else None
    return Stretch(runs, target.page_address, how, known_name(target), badge, mark_of(snapshot, plan, mention))


def _remark_around(places: _Places, start: int, end: int) -> int | None:
    """The number of the first remark whose words hold these offsets."""
    return next((number for span, number in places if span.start <= start and end <= span.end), None)


def _remarks_ending(places: _Places, end: int) -> tuple[int, ...]:
    return tuple(number for span, number in places if span.end == end)


def _remark(number: int, remark: Remark, severity: str) -> RemarkView:
    label, correct = remark_label(remark), _correction(remark)
    return RemarkView(
        number, label, remark.words, correct, remark.note or "", severity, remark.kind, remark_mark(remark)
    )


def _correction(remark: Remark) -> str | None:
    """The right words; empty means that the words should go; None that nothing is to be corrected."""
    return None if remark.correct is None and remark.severity == "remark" else remark.correct or ""
