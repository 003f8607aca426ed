"""The review where there are no files and no terminal: bytes in, JSON as bytes out. The site runs it in a browser.

Nothing is judged here: `kb.drafts` reads, `kb.review.judge` judges, and the forms are those of `kb review`. Answers are
UTF-8: a browser takes bytes over in one piece, where Pyodide hands a text over letter by letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

from msgspec import json

from kb.corpus.packed import unpack
from kb.drafts import read_draft
from kb.errors import DraftUnreadable
from kb.register.layers import Layer, LayerRegister
from kb.register.shards import ShardedRegister
from kb.review.corrected import corrected_bases
from kb.review.coverage import unheld
from kb.review.formats import shown
from kb.review.judge import Reviewer
from kb.review.model import Finding, Review
from kb.review.report import PARTS


class PortableReview:
    """A packed corpus (`kb.corpus.packed`), opened once, and the drafts that are reviewed against it.

    What the corpus does not hold is asked of the register, of which only those shards are handed over that a draft
    needs (`kb.register.shards`).
    """

    def __init__(self, packed: bytes, sources: bytes = b"") -> None:
        """`sources` are the lines of the register's sources; without them there is no register."""
        self._register = ShardedRegister(bytes(sources))
        registers = (LayerRegister(Layer.REGISTER, self._register),) if self._register else ()
        self.corpus = unpack(bytes(packed))
        """For who asks something else of it (`kb.importing.portable`)."""
        self._reviewer = Reviewer(self.corpus, registers)
        self._judging: Callable[[], Review] | None = None
        self._last: Review | None = None

    def check(self, name: str, content: bytes, day: str) -> bytes:
        """Review a file of this name on an ISO day. JSON: what a page shows of it; `report` gives the rest.

        `segments` are the pieces of the text in their order, each with the number of its finding or null. `findings`
        stand as the text form lists them, worst first. `summary` is the line of counts, `bases` are the corrected lines
        of the legal basis, `left_out` tells of each that cites what has ended and is not among them, `against_bases`
        which citations in them are not to stand so, each with its `words` and what is `said` of it; `remarks` are
        sentences on the whole draft, `unread` the parts that were not read, a line each. A file that cannot be read
        gives `refused` alone, one Vietnamese line. `needs` alone are the numbers of the shards that `go_on` is to be
        given before there is an answer.
        Raises ValueError for a day that is none.
        """
        self._judging = self._last = None
        try:
            draft = read_draft(
                bytes(content), name.encode(errors="replace").decode()
            )  # Windows allows half a character
        except DraftUnreadable as error:
            return json.encode({"refused": str(error)})
        self._judging = self._reviewer.judging(draft, date.fromisoformat(day))
        return self._answer(self._judging)

    def go_on(self, shards: Mapping[int, bytes]) -> bytes:
        """The answer to the last `check`, with shards of the register; it may need others: of acts that end acts."""
        if self._judging is None:
            raise RuntimeError("no file was checked")
        self._register.add({number: bytes(lines) for number, lines in shards.items()})
        return self._answer(self._judging)

    def _answer(self, judging: Callable[[], Review]) -> bytes:
        found = judging()
        if self._register.wanted:
            return json.encode({"needs": sorted(self._register.wanted)})
        self._last = found
        bases = corrected_bases(found)
        return json.encode(
            {
                "summary": found.summary(),
                "remarks": [
                    line for line in (found.converted, found.coverage.line() if found.findings else "") if line
                ],
                "unread": list(found.draft.unread),
                "segments": list(_segments(found)),
                "findings": list(_worst_first(found)),
                "bases": "\n".join(bases.lines),
                "left_out": list(bases.left_out),
                "against_bases": [{"words": words, "said": said} for words, said in bases.against],
            }
        )

    def report(self, form: str) -> bytes:
        """The review of the file last checked, as ``kb review --format`` prints it in this form (`kb.review.formats`).

        Made when it is asked for: of a long draft it is larger than all that a page shows.
        """
        return shown([self._checked()], form).encode()

    def commented(self, content: bytes) -> tuple[bytes, str]:
        """The Word file last checked, with a comment at each finding, and a Vietnamese line to be said of it, or "".

        A file that is refused its comments is empty, and the line says why.
        """
        from kb.review.comments import commented, left_out

        checked = self._checked()
        try:
            file, without_place = commented(bytes(content), checked)
        except DraftUnreadable as error:
            return b"", f"chưa ghi chú thích: {error}"
        return file, left_out(without_place)

    def _checked(self) -> Review:
        if self._last is None:
            raise RuntimeError("no file was checked")
        return self._last


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
        "open": bool(finding.effect_open),
        "words": finding.words,
        "place": str(finding.place),
        "typed": finding.excerpt[1],
        "correction": finding.correction,
        "replacements": list(finding.replacements),
        "said": [sentence for sentence in (*finding.sentences(), *unheld(finding)) if sentence not in mending],
        "source": finding.target_name,
        "target": finding.target,
    }
