"""A review as one HTML page that stands alone: no script, nothing fetched, readable on paper."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape
from importlib import resources

from kb.formats.visible import visible
from kb.language.dates import show_day
from kb.review.coverage import unheld
from kb.review.model import Finding, Review
from kb.review.verdicts import Verdict


def as_page(reviews: Sequence[Review]) -> str:
    """The page; every word of the draft is escaped, its control characters shown."""
    style = resources.files("kb.review").joinpath("page.css").read_text("utf-8")
    title = "Rà soát viện dẫn" + (f": {reviews[0].draft.name}" if len(reviews) == 1 else "")
    head = (
        '<!doctype html>\n<html lang="vi">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_escape(title)}</title>\n<style>\n{style}</style>\n</head>\n"
    )
    body = "\n".join(line for review in reviews for line in review_section(review))
    return f"{head}<body>\n<h1>Rà soát viện dẫn</h1>\n{body}\n</body>\n</html>"


def review_section(review: Review) -> Iterator[str]:
    """One draft: its heading, the counts, what was not read, and a list item for each citation, the gravest first."""
    yield f"<h2>{_escape(review.draft.name)}</h2>"
    yield f"<p>Xét vào ngày {show_day(review.day)}: {_escape(review.summary())}.</p>"
    if review.converted:
        yield f"<p>{_escape(review.converted[:1].upper() + review.converted[1:])}.</p>"
    if review.draft.unread:
        lines = "".join(f"<li>{_escape(line)}</li>" for line in review.draft.unread)
        yield f'<div class="unread"><p>Chưa đọc được:</p><ul>{lines}</ul></div>'
    yield "<ol>"
    for verdict in Verdict:
        for finding in review.findings:
            if finding.verdict is verdict:
                yield from _item(finding)
    yield "</ol>"
    if review.findings:
        yield f"<p>{_escape(review.coverage.line())}</p>"


def _item(finding: Finding) -> Iterator[str]:
    before, words, after = map(_escape, finding.excerpt)
    yield f'<li class="{finding.verdict.value}{" reported" if finding.end_reported else ""}">'
    yield f'<span class="verdict">{finding.label}</span><span class="place">{finding.place}</span>'
    yield f"<blockquote>… {before}<mark>{words}</mark>{after} …</blockquote>"
    if said := [*finding.sentences(), *unheld(finding), *finding.source_words()]:
        yield "<ul>" + "".join(f"<li>{_escape(sentence)}</li>" for sentence in said) + "</ul>"
    yield "</li>"


def _escape(text: str) -> str:
    """Text as HTML that shows it."""
    return escape(visible(text))
