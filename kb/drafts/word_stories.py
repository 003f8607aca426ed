"""The stories of a Word file: its parts that have text of their own, in the order of a draft, and what was not read."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass, field

from kb.drafts.model import LONGEST_TEXT, TOO_LONG
from kb.drafts.package import Package, PartRelation, open_package
from kb.drafts.word_chunks import ChunkText, chunk_text
from kb.drafts.word_comments import CommentText
from kb.drafts.word_drawings import DrawingText
from kb.drafts.word_lists import ListReader, WordLists
from kb.drafts.word_styles import StyleReader, WordStyles
from kb.drafts.word_text import WordText
from kb.drafts.xml_events import BROKEN
from kb.errors import DraftUnreadable
from kb.language.legacy_letters import FontSpan

_NAMES = {
    "headerReference even": "đầu trang chẵn",
    "footerReference even": "chân trang chẵn",
    "footerReference first": "chân trang của trang đầu",
}
"""Parts that stand behind all others: what pages they stand on, no line could say."""
_DRAWINGS = {"diagramData": "sơ đồ", "chart": "biểu đồ", "chartEx": "biểu đồ"}
MOST_NAMES = 5
"""Embedded files that are told by name."""
_EMBEDDED = ("package", "oleObject")
_MISSING_CHUNK = "phần chèn mà tệp không mang theo; hãy mở bằng Word, chép phần ấy vào rồi lưu lại"


@dataclass(frozen=True)
class WordStory:
    """A part of a Word file that has text of its own. `name` is for a reader, where its lines cannot be counted."""

    part: str
    text: str
    name: str = ""
    about: bool = False
    """Whether it is said about the document, and not in it."""
    fonts: tuple[FontSpan, ...] = ()
    """Where the text is in fonts that tell an encoding from before Unicode."""


@dataclass(frozen=True)
class WordLook:
    """Styles and lists of a file, which say what of its text is hidden and how it is numbered."""

    styles: WordStyles
    lists: WordLists

    def reader(self, encoding: str | None = None, with_runs: bool = False) -> WordText:
        """A reader for one part, which counts its lists from their beginning."""
        return WordText(encoding, with_runs, self.styles, self.lists)


@dataclass
class WordStories:
    """`stories` in the order of a draft; `unread` names the rest, a line for a reader each."""

    stories: list[WordStory] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)


def look_of(package: Package, main: str) -> WordLook:
    """Styles and lists of the document. Raises DraftUnreadable."""
    styles, lists = StyleReader(), ListReader()
    targets = {relation.kind: relation.target for relation in reversed(package.relations(main))}
    for kind, reader in (("styles", styles), ("numbering", lists)):
        if kind in targets:
            reader.read(package.pieces(targets[kind]))
    return WordLook(styles.styles(), lists.lists())


def stories_of(package: Package, inside: bool = False) -> WordStories:
    """The parts in the order of a draft: headers, as they stand on the page, the body, footers, notes.

    Under names of their own follow headers and footers of even pages, the footer of the first page, diagrams, charts
    and files within the file; then what readers remarked. `inside`: whether the file stands in another one; files in
    it are not read.
    """
    main = package.main_part()
    look, relations = look_of(package, main), package.relations(main)
    body = look.reader()
    body.read(package.pieces(main))
    if not body.is_document:
        raise DraftUnreadable(BROKEN)
    found = WordStories()
    chunks = _add_body(found, package, main, body, look)
    _add_chunks(found, package, chunks, inside=inside)
    _add_drawings(found, package)
    _add_remarks(found, package, relations)
    if sum(len(story.text) for story in found.stories) > LONGEST_TEXT:
        raise DraftUnreadable(TOO_LONG)
    return found


def _add_body(found: WordStories, package: Package, main: str, body: WordText, look: WordLook) -> list[tuple[str, str]]:
    """Headers, body, footers and notes, each once; the parts and relations of the files that stand in them."""
    pictures, seen = body.pictures.count, set[str]()
    chunks: list[tuple[str, str]] = []
    for part, name in _in_order(body, main, package.relations(main)):
        if not part or part in seen:
            continue
        seen.add(part)
        reader = body
        if part != main:
            reader = look.reader()
            reader.read(package.pieces(part))
            pictures += reader.pictures.count
        chunks += [(part, chunk) for chunk in reader.chunks]
        found.stories.append(WordStory(part, reader.text(), name, fonts=tuple(reader.fonts())))
    if pictures:
        found.unread.append(
            f"{pictures} ảnh chiếm từ nửa trang trở lên; nếu là trang quét thì phải nhận dạng chữ (OCR)"
        )
    return chunks


def _in_order(body: WordText, main: str, relations: list[PartRelation]) -> list[tuple[str, str]]:
    """The paths of parts, which may be empty or stand more than once, and the names of those that get one."""
    targets = {relation.id: relation.target for relation in relations}

    def parts(*kinds: str) -> list[str]:
        return [targets.get(section.get(kind, ""), "") for section in body.sections for kind in kinds]

    notes = [relation.target for relation in relations if relation.kind in ("footnotes", "endnotes")]
    unnamed = [*parts("headerReference default", "headerReference first"), main]
    unnamed += [*parts("footerReference default"), *notes]
    return [(part, "") for part in unnamed] + [(part, name) for kind, name in _NAMES.items() for part in parts(kind)]


def _add_chunks(found: WordStories, package: Package, chunks: list[tuple[str, str]], *, inside: bool) -> None:
    """Files within the file, which Word shows as part of the text, each once; `chunks` are parts and relations."""
    holders = dict.fromkeys(holder for holder, _ in chunks)
    targets = {holder: {each.id: each.target for each in package.relations(holder)} for holder in holders}
    for part in dict.fromkeys(targets[holder].get(chunk) for holder, chunk in chunks):
        if part is None:
            found.unread.append(_MISSING_CHUNK)
            continue
        name = posixpath.basename(part)
        read = None if inside else _chunk(name, b"".join(package.pieces(part)))
        if read is None:
            found.unread.append(f"tệp “{name}” chèn nguyên bên trong; hãy mở bằng Word rồi lưu lại")
        else:
            found.stories.append(WordStory(part, f"{read.text}\n", f"tệp chèn “{name}”"))
            found.unread += [f"tệp chèn “{name}”: {line}" for line in read.unread]


def _chunk(name: str, data: bytes) -> ChunkText | None:
    """What is read of a file within the file; None for one that nothing reads, or that is broken."""
    try:
        return chunk_text(name, data, _within)
    except DraftUnreadable:
        return None


def _within(data: bytes) -> ChunkText:
    """The text of a Word file within the file."""
    with open_package(data) as package:
        inner = stories_of(package, inside=True)
    return ChunkText("".join(story.text for story in inner.stories if not story.about), tuple(inner.unread))


def _add_drawings(found: WordStories, package: Package) -> None:
    """Diagrams and charts of every story, and the names of files that are embedded in one."""
    embedded: list[str] = []
    for relation in _of_stories(found, package):
        if relation.kind in _DRAWINGS:
            reader = DrawingText()
            reader.read(package.pieces(relation.target))
            if reader.text():
                found.stories.append(WordStory(relation.target, reader.text(), _DRAWINGS[relation.kind]))
        elif relation.kind in _EMBEDDED:
            embedded.append(f"“{posixpath.basename(relation.target)}”")
    if embedded:
        more = f" và {len(embedded) - MOST_NAMES} tệp nữa" if len(embedded) > MOST_NAMES else ""
        names = ", ".join(embedded[:MOST_NAMES])
        found.unread.append(f"tệp nhúng {names}{more}; hãy mở từ trong Word và rà soát riêng")


def _of_stories(found: WordStories, package: Package) -> Iterator[PartRelation]:
    """The relations of the stories, each target once."""
    seen: set[str] = set()
    for part in [story.part for story in found.stories]:
        for relation in package.relations(part):
            if relation.target not in seen:
                seen.add(relation.target)
                yield relation


def _add_remarks(found: WordStories, package: Package, relations: list[PartRelation]) -> None:
    for relation in relations:
        if relation.kind == "comments":
            reader = CommentText()
            reader.read(package.pieces(relation.target))
            if reader.text():
                found.stories.append(WordStory(relation.target, reader.text(), "chú thích (comment)", about=True))
