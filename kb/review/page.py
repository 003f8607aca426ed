"""A review as one HTML page that stands alone: no script, nothing fetched, readable on paper."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import resources

from jinja2 import Environment

from kb.effect import show_date
from kb.review.model import Review


def as_page(reviews: Sequence[Review]) -> str:
    """The page; every word of the draft is escaped."""
    environment = Environment(autoescape=True, trim_blocks=True, lstrip_blocks=True)
    environment.filters["show_date"] = lambda day: show_date(day.isoformat())
    source = resources.files("kb.review").joinpath("page.html.j2").read_text("utf-8")
    return environment.from_string(source).render(reviews=reviews)
