"""The review where there are no files and no terminal: bytes in, one text of JSON out. The site runs it in a browser.

Nothing is judged here: `kb.drafts` reads, `kb.review.judge` judges, and the forms are those of `kb review`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from typing import Any

from kb.corpus.packed import unpack
from kb.drafts import read_draft
from kb.errors import DraftUnreadable
from kb.review.corrected import corrected_bases
from kb.review.formats import shown
from kb.review.judge import review as judge
from kb.review.model import Finding, Review
from kb.review.report import PARTS


class PortableReview:
    """A packed corpus (`kb.corpus.packed`), opened once, and the drafts that are reviewed against it."""

    def __init__(self, packed: bytes) -> None:
        self._corpus = unpack(bytes(packed))
        self._last: Review | None = None

    def check(self, name: str, content: bytes, day: str) -> str:
        """Review a file of this name on an ISO day. JSON: `review` as ``--json`` prints it, and what a page shows.

        `page` is the page of ``--format html``. `segments` are the pieces of the text in their order, each with the
        number of its finding or null. `findings` stand as the text form lists them, worst first. `bases` are the
        corrected lines of the legal basis; `remarks` are sentences on the whole draft, `unread` the parts that were not
        read, a line each. A file that cannot be read gives `refused` alone, one Vietnamese line.
        Raises ValueError for a day that is none.
        """
        try:
            draft = read_draft(bytes(content), name)
        except DraftUnreadable as error:
            return _json({"refused": str(error)})
        self._last = found = judge(self._corpus, draft, date.fromisoformat(day))
        return _json(
            {
                "review": found.as_json(),
                "page": shown([found], "html"),
                "summary": found.summary(),
                "remarks": [
                    line for line in (found.converted, found.coverage.line() if found.findings else "") if line
                ],
                "unread": list(draft.unread),
                "segments": list(_segments(found)),
                "findings": list(_worst_first(found)),
                "bases": corrected_bases(found),
            }
        )

    def commented(self, content: bytes) -> bytes:
        """The Word file last checked, with a comment at each finding. Raises DraftUnreadable."""
        from kb.review.comments import commented

        if self._last is None:
            raise RuntimeError("no file was checked")
        return commented(bytes(content), self._last)[0]


def _segments(review: Review) -> Iterator[tuple[str, int | None]]:
    text, end = review.draft.text, 0
    for number, finding in enumerate(review.findings):
        span = finding.citation.span
        if span.start >= end:
            yield text[end : span.start], None
            yield text[span.start : span.end], number
            end = span.end
    yield text[end:], None


def _worst_first(review: Review) -> Iterator[dict[str, Any]]:
    for part, verdicts in PARTS:
        for verdict in verdicts:
            for number, finding in enumerate(review.findings):
                if finding.verdict is verdict:
                    yield {"number": number, "part": part, **_words(finding)}


def _words(finding: Finding) -> dict[str, Any]:
    mending = finding.mending()
    return {
        "verdict": finding.verdict.value,
        "label": finding.label,
        "place": str(finding.place),
        "typed": finding.excerpt[1],
        "correction": finding.correction,
        "said": [sentence for sentence in finding.sentences() if sentence not in mending],
        "source": finding.target_name,
        "target": finding.target,
    }


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
