"""A row of the table of what a plan rests on."""

from __future__ import annotations

from dataclasses import dataclass

from kb.review.verdicts import Severity
from kb.views.citation_marks import CitationMark, gravest
from kb.views.cited_places import CitedPlace
from kb.views.instead import Instead
from kb.views.site_snapshot import Badge, Hyperlink


@dataclass(frozen=True)
class BasisRow:
    """What the plan rests on; words that mean no one record have neither address nor statuses."""

    link: Hyperlink
    title: str
    then: Badge | None
    now: Badge | None
    instead: tuple[Instead, ...]
    places: tuple[CitedPlace, ...]

    @property
    def mark(self) -> CitationMark | None:
        """The gravest verdict on its citations."""
        return gravest(place.mark for place in self.places if place.mark)

    @property
    def sections(self) -> tuple[str, ...]:
        """The ids of the sections that rest on it."""
        return tuple(dict.fromkeys(place.section for place in self.places))

    def wrong_in(self, section: str) -> bool:
        """Whether a citation of it in a section is to be mended."""
        own = (place.mark for place in self.places if place.section == section)
        return any(mark and mark.severity == Severity.WRONG.value for mark in own)
