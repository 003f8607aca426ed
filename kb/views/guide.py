"""Trợ giúp: how the site is used, and what the words of its badges mean to who wants to rest on a text."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.vocabulary import Status
from kb.views.manuals import STAFF, STAFF_PART, Manual, manuals_of
from kb.views.site_snapshot import status_label
from kb.views.usable import SAID

HREF = STAFF


@dataclass(frozen=True)
class GuideView:
    """`statuses` are (value, label, what it means) of every status that a badge can show; `manuals` say more."""

    statuses: tuple[tuple[str, str, str], ...]
    manuals: tuple[Manual, ...]


def guide_view() -> GuideView:
    """The words are those that stand on the pages of documents."""
    statuses = tuple((status.value, status_label(status), SAID[status]) for status in Status)
    return GuideView(statuses, manuals_of(STAFF_PART))
