"""What is told of bases that are left out of a block, because a document that they cite has ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kb.review.model import Finding
from kb.review.verdicts import Verdict


def have_ended(cited: Sequence[Finding]) -> list[Finding]:
    """Those whose document has ended by the day; a text that says of it that it has ended is rightly cited."""
    return [finding for finding in cited if finding.ends and finding.verdict in (Verdict.ENDED, Verdict.WRONG)]


def why_left_out(cited: Sequence[Finding], ended: Sequence[Finding]) -> Iterator[str]:
    """Of each that ended why its line is left out; of the others of the line that they went with it."""
    for finding in ended:
        instead = (f"thay bằng: {words}" for words in finding.replacements)
        yield "; ".join([f"“{finding.excerpt[1]}”: {finding.ends[0]}", *instead])
    for other in (finding for finding in cited if finding not in ended):
        yield f"“{other.excerpt[1]}”: cùng dòng với văn bản đã bỏ, hãy viết lại thành dòng riêng"
