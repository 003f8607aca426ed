"""A copy of a Word file with a comment at every citation that a reader must look at."""

from __future__ import annotations

import copy
import io
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn
from docx.text.run import Run

from kb.drafts.docx import WordPiece, load, text_and_pieces
from kb.files import replace_file
from kb.review.model import Finding, Review

AUTHOR = "kb – rà soát viện dẫn"
INITIALS = "kb"
_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ONE_CHARACTER = (qn("w:tab"), qn("w:br"), qn("w:cr"), qn("w:noBreakHyphen"))


def write_commented(path: Path, review: Review, out: Path) -> str:
    """Write the copy; one Vietnamese line that says what was done. Raises FileUnwritable."""
    data, without_place = commented(path.read_bytes(), review)
    replace_file(out, data)
    rest = f"; {without_place} chỗ ở đầu trang, chân trang không ghi được chú thích" if without_place else ""
    return f"Đã ghi {out}{rest}."


def commented(data: bytes, review: Review) -> tuple[bytes, int]:
    """The file with its comments, and how many findings could not be given one (headers, footnotes)."""
    document = load(data, review.draft.name)
    _, pieces = text_and_pieces(document)
    without_place = 0
    # from the end: cutting a run leaves the places in front of it as they were
    for finding in reversed(review.findings):
        said = finding.sentences()
        if not said:
            continue
        runs = _runs_at(pieces, finding)
        if not runs:
            without_place += 1
            continue
        text = "\n".join([f"Viện dẫn {finding.verdict.label}.", *said])
        document.add_comment(runs, text=text, author=AUTHOR, initials=INITIALS)
    saved = io.BytesIO()
    document.save(saved)
    return saved.getvalue(), without_place


def _runs_at(pieces: list[WordPiece], finding: Finding) -> list[Run]:
    """The first and last run of a citation, cut out of the runs it shares with other words."""
    start, end = finding.citation.span.start, finding.citation.span.end
    touched = [i for i, piece in enumerate(pieces) if piece.start < end and start < piece.end]
    if not touched or not all(pieces[i].body for i in touched):
        return []
    last, first = touched[-1], touched[0]
    if end < pieces[last].end:
        _cut(pieces, last, end)
    if start > pieces[first].start:
        _cut(pieces, first, start)
        first, last = first + 1, last + 1
    return [Run(pieces[i].run, pieces[i].paragraph) for i in (first, last)]


def _cut(pieces: list[WordPiece], index: int, at: int) -> None:
    """Make two runs of one, the second beginning at the place `at` of the text."""
    piece = pieces[index]
    behind = copy.deepcopy(piece.run)
    piece.run.addnext(behind)
    _keep(piece.run, 0, at - piece.start)
    _keep(behind, at - piece.start, piece.end - piece.start)
    pieces[index] = WordPiece(piece.start, at, piece.run, piece.paragraph, piece.body)
    pieces.insert(index + 1, WordPiece(at, piece.end, behind, piece.paragraph, piece.body))


def _keep(run: Any, start: int, end: int) -> None:
    """Leave of a run the characters `start` … `end`; its formatting and what has no characters stay in front."""
    place = 0
    for child in list(run):
        if child.tag == qn("w:t"):
            text = child.text or ""
            child.text = text[max(0, start - place) : max(0, end - place)]
            child.set(_SPACE, "preserve")
            place += len(text)
        elif child.tag in _ONE_CHARACTER:
            if not start <= place < end:
                run.remove(child)
            place += 1
        elif child.tag != qn("w:rPr") and start > 0:
            run.remove(child)
