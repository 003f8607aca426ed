"""How pages call plans, sections and titles, and how they say that something is not known."""

from __future__ import annotations

import re

from kb.model import UNKNOWN, Plan, Record, Section

UNKNOWN_SHOWN = "chưa xác định"
TITLE_UNKNOWN_SHOWN = "trích yếu chưa xác định"
"""Beside the name of a document, where “chưa xác định” alone would say nothing."""


def known(text: str | None) -> str:
    """A value as a reader sees it: unknown is said, never left out."""
    return UNKNOWN_SHOWN if text in (None, UNKNOWN) else str(text)


def plan_name(plan: Plan) -> str:
    """A plan by its year, as the pages speak of it."""
    return f"kế hoạch năm {plan.year}"


def title_beside_name(record: Record) -> str:
    """A document's title, to stand beside its short name; empty where that name is the title already."""
    title = record.title_beside_name
    return TITLE_UNKNOWN_SHOWN if title == UNKNOWN else title


def known_name(record: Record) -> str:
    """A record's name; of a document whose title is not known, type and number."""
    return record.short_name if record.name_text == UNKNOWN else record.name_text


def section_name(section: Section) -> str:
    """A section as a sentence calls it: by its number, or by its label where it has none."""
    numbered = re.fullmatch(r"[IVX]+(\.\d+)*", section.label)
    return f"mục {section.label}" if numbered else f"phần “{section.label}”"
