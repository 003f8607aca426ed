"""A review in the form asked for: text, JSON, SARIF or HTML."""

from __future__ import annotations

import json
from collections.abc import Sequence

from kb.review.model import Review


def shown(reviews: Sequence[Review], form: str, *, color: bool = False, everything: bool = False) -> str:
    """The reviews as one text. `form`: text, json (one file an object, several a list), sarif or html.

    `everything`: whether the text lists what is right or not in the corpus too, and does not only count it.
    """
    if form == "html":
        from kb.review.page import as_page

        return as_page(reviews)
    if form == "sarif":
        from kb.review.sarif import as_sarif

        return _json(as_sarif(reviews))
    if form == "json":
        found = [review.as_json() for review in reviews]
        return _json(found[0] if len(found) == 1 else found)
    from kb.review.report import report_lines

    return "\n\n".join("\n".join(report_lines(review, color=color, everything=everything)) for review in reviews)


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, indent=2)
