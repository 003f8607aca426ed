"""The anchors of a plan: an editor's remarks, pinned links and reports, with the paragraph each stands in."""

from __future__ import annotations

from collections.abc import Iterator

from kb.corpus.source import Path_
from kb.model import Anchor, Paragraph, Plan


def anchors(plan: Plan) -> Iterator[tuple[Path_, Anchor, Paragraph | None]]:
    """(place in the file, anchor, its paragraph or None when the plan has no such paragraph)."""
    paragraphs = {p.id: p for section in plan.sections for p in section.paragraphs}
    for index, link in enumerate(plan.links):
        yield ("links", index), link, paragraphs.get(link.at)
    for index, remark in enumerate(plan.remarks):
        yield ("remarks", index), remark, paragraphs.get(remark.at)
    for index, report in enumerate(plan.reports):
        yield ("reports", index), report, paragraphs.get(report.at)
