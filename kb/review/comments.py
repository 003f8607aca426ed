"""A copy of a Word file with a comment at every citation that a reader must look at.

The parts are edited as they stand and written without a Word library: whatever else the file holds keeps its bytes.
"""

from __future__ import annotations

import io
import json
import posixpath
import zipfile
from base64 import b64decode, b64encode
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import datetime, timezone
from pathlib import Path
from typing import Any

from kb.drafts.apart import read_apart, read_here
from kb.drafts.package import Package, open_package
from kb.drafts.word_comments import KB_AUTHOR
from kb.drafts.word_names import WORD_NAMESPACES
from kb.drafts.word_stories import look_of, stories_of
from kb.errors import DraftUnreadable
from kb.files import write_output
from kb.processes import Limits
from kb.review.comment_marks import CommentMarks
from kb.review.comment_xml import CommentXml
from kb.review.marked_run import CommentMark
from kb.review.model import Finding, Review
from kb.review.own_comments import without_own
from kb.review.xml_edits import RootOf, in_encoding, in_utf8

COMMENT_LIMITS = Limits(seconds=20, processor=8, memory=1_000_000_000)
"""Of the process that writes the comments: it reads again what may be hostile, several times."""
INITIALS = "RS"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_COMMENTS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments",
    "http://purl.oclc.org/ooxml/officeDocument/relationships/comments",
)
"""The relation of a transitional and of a strict file (ECMA-376 parts 4 and 1)."""
_CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_NO_COMMENT = "không ghi được chú thích: ở đầu trang, chân trang, cước chú hoặc khung nội dung (content control)"
_CONTENT_TYPES = "[Content_Types].xml"
Note = tuple[int, int, str]
"""Where a comment begins and ends in the text of the draft, and what it says."""


def write_commented(path: Path, review: Review, out: Path, *, force: bool) -> str:
    """Write the copy; one Vietnamese line that says what was done.

    The file is read again in a process of its own. Raises DraftUnreadable, and as `kb.files.write_output`.
    """
    asked = _asked(review) + b"\n" + path.read_bytes()
    try:
        found = read_apart(commented_of, asked, review.draft.name, "Word (.docx)", COMMENT_LIMITS)
    except DraftUnreadable as error:
        raise DraftUnreadable(f"chưa ghi chú thích: {error}") from None
    write_output(out, b64decode(found["file"]), force=force)
    rest = left_out(found["without_place"])
    return f"Đã ghi {out}{'; ' if rest else ''}{rest}."


def left_out(count: int) -> str:
    """What is said of findings that could not be given a comment; empty where all were."""
    return f"{count} chỗ {_NO_COMMENT}" if count else ""


def commented(data: bytes, review: Review) -> tuple[bytes, int]:
    """The file with its comments, and how many findings could not be given one (headers, footnotes).

    The first comment says how far the review reaches. Raises DraftUnreadable.
    """
    found = read_here(commented_of, _asked(review) + b"\n" + data, review.draft.name)
    return b64decode(found["file"]), found["without_place"]


def _asked(review: Review) -> bytes:
    """What `commented_of` is asked to write, on one line."""
    notes = [(f.citation.span.start, f.citation.span.end, _words(f)) for f in review.findings if f.sentences()]
    return json.dumps({"notes": notes, "first": f"Cả dự thảo: {_uncapitalised(review.coverage.line())}"}).encode()


def commented_of(asked: bytes) -> dict[str, Any]:
    """Of a line of JSON and the bytes of a file behind it: `file` with its comments, in base 64, and `without_place`.

    `notes` of the line are start and end in the draft's text and what is said of it; `first` is said in the first
    comment too. Raises DraftUnreadable, whose words follow the name of the file.
    """
    line, _, data = asked.partition(b"\n")
    told = json.loads(line)
    notes: list[Note] = [tuple(note) for note in told["notes"]]
    with open_package(data) as package:
        main = package.main_part()
        changed = without_own(package, main)
        part, encoding = in_utf8(changed.get(main) or b"".join(package.pieces(main)))
        marks = CommentMarks(part, _marks(package, main, part, notes))
        placed = [number for number in range(len(notes)) if number in marks.placed]
        if placed:
            texts = [notes[number][2] for number in placed]
            texts[0] += f"\n{told['first']}"
            first = _add_comments(package, main, marks, texts, changed)
            ids = {number: first + place for place, number in enumerate(placed)}
            changed[main] = in_encoding(marks.marked(ids), encoding)
        file = b64encode(_packed(package, changed)).decode()
    return {"file": file, "without_place": len(notes) - len(placed)}


def _words(finding: Finding) -> str:
    return "\n".join([f"Viện dẫn {finding.label}.", *finding.sentences()])


def _uncapitalised(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _marks(package: Package, main: str, part: bytes, notes: Sequence[Note]) -> dict[int, list[CommentMark]]:
    """Of every citation in the body its two marks, by the run that each belongs to."""
    base = 0
    for story in stories_of(package).stories:
        if story.part == main:
            break
        base += len(story.text)
    text = look_of(package, main).reader("utf-8", with_runs=True)
    text.read([part])
    starts, ends, tags = text.runs()
    length = len(text.text())
    marks: dict[int, list[CommentMark]] = defaultdict(list)
    for number, (begin, behind, _) in enumerate(notes):
        start, end = begin - base, behind - base
        first, last = bisect_right(ends, start), bisect_right(starts, end - 1) - 1
        if start >= 0 and end <= length and first <= last:
            marks[tags[first]].append(CommentMark(number, max(0, start - starts[first]), is_end=False))
            place = min(end, ends[last]) - starts[last]  # a citation may begin or end in the number of a list
            marks[tags[last]].append(CommentMark(number, place, is_end=True))
    return marks


def _add_comments(package: Package, main: str, marks: CommentMarks, texts: list[str], changed: dict[str, bytes]) -> int:
    """Extend the part of comments, or begin one; the number of the first."""
    relation = next((relation for relation in package.relations(main) if relation.kind == "comments"), None)
    if relation:
        path = relation.target
        part, encoding = in_utf8(changed.get(path) or b"".join(package.pieces(path)))
    else:
        path, encoding = _new_part(package, main, marks.namespace, changed), "utf-8"
        part = _DECLARATION + f'<w:comments xmlns:w="{marks.namespace}"/>'.encode()
    root = RootOf(part)
    used = [int(number) for number in {*root.ids, *marks.ids} if number.isascii() and number.isdigit()]
    first = max(used, default=-1) + 1
    now = datetime.now(timezone.utc).strftime("%Y-%m-%dT%H:%M:%SZ")
    xml = CommentXml(root.tag.prefix, root.namespace)
    added = b"".join(xml.comment(number, text, KB_AUTHOR, INITIALS, now) for number, text in enumerate(texts, first))
    changed[path] = in_encoding(root.with_last_child(added), encoding)
    return first


def _new_part(package: Package, main: str, namespace: str, changed: dict[str, bytes]) -> str:
    """The path of a new part for comments, after a relation and a content type were added for it."""
    folder, name = posixpath.split(main)
    names = ["comments.xml", *(f"comments{number}.xml" for number in range(1, len(package.names) + 1))]
    path = next(found for found in (posixpath.join(folder, each) for each in names) if found not in package)
    relations = posixpath.join(folder, "_rels", f"{name}.rels")
    part, encoding = _read(package, relations, f'<Relationships xmlns="{_RELATIONS}"/>')
    root = RootOf(part)
    number = next(n for n in range(len(root.ids) + 1) if f"rIdComments{n}" not in root.ids)
    kind = _COMMENTS[WORD_NAMESPACES.index(namespace)]
    target = posixpath.basename(path)
    child = f'<{root.tag.prefix}Relationship Id="rIdComments{number}" Type="{kind}" Target="{target}"/>'
    changed[relations] = in_encoding(root.with_last_child(child.encode()), encoding)
    part, encoding = _read(package, _CONTENT_TYPES, "<Types/>")
    root = RootOf(part)
    child = f'<{root.tag.prefix}Override PartName="/{path}" ContentType="{_CONTENT_TYPE}"/>'
    changed[_CONTENT_TYPES] = in_encoding(root.with_last_child(child.encode()), encoding)
    return path


def _read(package: Package, part: str, empty: str) -> tuple[bytes, str]:
    if part in package:
        return in_utf8(b"".join(package.pieces(part)))
    return _DECLARATION + empty.encode(), "utf-8"


def _packed(package: Package, changed: Mapping[str, bytes]) -> bytes:
    """The archive with the changed parts, in its order; new parts stand at its end."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for info in package.archive.infolist():
            copied = zipfile.ZipInfo(info.filename, info.date_time)
            copied.compress_type, copied.external_attr = info.compress_type, info.external_attr
            content = changed.get(info.filename)
            archive.writestr(copied, b"".join(package.pieces(info.filename)) if content is None else content)
        for name, content in changed.items():
            if name not in package:
                archive.writestr(name, content)
    return out.getvalue()
