"""Trợ giúp: how the site is used, and what the words of its badges mean to who wants to rest on a text."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.vocabulary import Status
from kb.views.site_snapshot import status_label
from kb.views.usable import SAID

HREF = "tro-giup/"


@dataclass(frozen=True)
class GuideView:
    """`statuses` are (value, label, what it means) of every status that a badge can show."""

    statuses: tuple[tuple[str, str, str], ...]


def guide_view() -> GuideView:
    """The words are those that stand on the pages of documents."""
    return GuideView(tuple((status.value, status_label(status), SAID[status]) for status in Status))
