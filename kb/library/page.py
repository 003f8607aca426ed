"""A page of the package: a đề mục as a run of paragraphs of five classes, read without a tree.

``pChuong`` a mark, then its title; ``pDieu`` code and heading; ``pGhiChu`` the source; ``pNoiDung`` the text, in HTML
as offices type it; ``pChiDan`` what the article, or the chapter before it, refers to.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html import unescape

from msgspec.structs import replace

from kb.drafts.html import shown_text
from kb.language.normal_forms import nfc
from kb.library.article import ArticleLink, CodifiedArticle
from kb.library.note import StatedSources

_BLOCK = re.compile(
    r"<p\b[^<>]{0,200}?\bclass\s*=\s*['\"]?(?P<kind>pChuong|pDieu|pGhiChu|pNoiDung|pChiDan)['\"]?[^<>]{0,200}>",
    re.IGNORECASE,
)
_HEADING = re.compile(r"Đề\s+mục\s+(?P<code>\d{1,3}\.\d{1,3})\b\.?\s*(?P<name>[^\n]*(?:\n[^\n]+)?)", re.IGNORECASE)
_NAME = re.compile(r"<a\b[^<>]{0,200}?\bname\s*=\s*['\"]?(?P<id>[\w.-]{1,200})", re.IGNORECASE)
_CODED = re.compile(r"Điều\s+(?P<code>\d{1,3}\.\d{1,3}\.[^\W_]+(?:\.[^\W_]+)*)\.?\s*(?P<heading>.*)", re.DOTALL)
_UNCODED = re.compile(r"Điều\s+(?P<code>)\d{1,4}[a-zđ]{0,2}\.\s*(?P<heading>.+)", re.DOTALL)
"""A few articles stand on the pages without the code of their subject: ``Điều 41a. Quỹ …``."""
_CONTENT = re.compile(r"<div\b[^<>]{0,200}?\bclass\s*=\s*['\"]?_content\b", re.IGNORECASE)
_ITEM = re.compile(r"ItemID=(?P<item>\d{1,9})", re.IGNORECASE)
_ANCHOR = re.compile(r"ViewNoiDungPhapDien\(\s*['\"]?(?P<id>\d{1,200})")
_LEVELS = ("phần", "chương", "mục", "tiểu mục")
LONGEST_TITLE = 2_000
"""Code points of a chapter's mark and title, which each article below repeats; the longest of 2026 has some 500."""


@dataclass
class CodePage:
    """A page read: code and name of its đề mục, its articles, and what could not be read, a line each."""

    code: str = ""
    name: str = ""
    articles: list[CodifiedArticle] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)
    parts: set[str] = field(default_factory=set)
    """Anchors of chapters and sections."""
    is_cut: bool = False
    """Whether the page ends before the division does that holds its articles: a download broke off."""


def read_page(html: str) -> CodePage:
    """The articles of a page in their order. Never raises; takes any text."""
    html = nfc(html)
    blocks = list(_BLOCK.finditer(html))
    opened = _CONTENT.search(html)
    last = blocks[-1].start() if blocks else opened.end() if opened else 0
    page = CodePage(is_cut=not (blocks or opened) or (bool(opened) and "</div" not in html[last:].lower()))
    if heading := _HEADING.search(shown_text(html[: blocks[0].start() if blocks else 20_000])):
        page.code, page.name = heading["code"], " ".join(heading["name"].split())
    reader = _PageReader(page)
    ends = [block.start() for block in blocks[1:]] + [len(html)]
    for block, end in zip(blocks, ends, strict=False):
        reader.take(block["kind"].lower(), html[block.end() : end])
    reader.close()
    return page


class _PageReader:
    def __init__(self, page: CodePage) -> None:
        self._page = page
        self._chapter: list[tuple[int, list[str]]] = []
        self._open: CodifiedArticle | None = None
        self._texts: list[str] = []
        self._links: list[ArticleLink] = []
        self._sources = StatedSources()

    def take(self, kind: str, html: str) -> None:
        """One paragraph of the page."""
        if kind == "pdieu":
            self.close()
            self._open = self._begun(html)
        elif kind == "pchuong":
            self.close()
            self._in_chapter(html)
        elif self._open is None:
            if kind != "pchidan":  # a chapter may refer to articles too
                self._page.faults.append(f"đoạn không thuộc điều nào: {_line(html)[:80]}")
        elif kind == "pghichu":
            self._open = self._noted(self._open, html)
        elif kind == "pnoidung":
            self._texts.append(_text(html))
        else:
            self._links += _links(html)

    def close(self) -> None:
        """The open article is whole."""
        if self._open is not None:
            text = "\n".join(filter(None, self._texts))
            self._page.articles.append(replace(self._open, text=text, related=tuple(self._links)))
        self._open, self._texts, self._links = None, [], []

    def _begun(self, html: str) -> CodifiedArticle | None:
        line, name = _line(html), _NAME.search(html)
        coded = _CODED.match(line) or _UNCODED.match(line)
        identity = name["id"] if name else coded["code"] if coded else ""
        if coded is None or not identity:
            self._page.faults.append(f"điều không có mã: {line[:80]}")
            return None
        chapter = tuple(part for _, parts in self._chapter for part in parts)
        return CodifiedArticle(identity, coded["heading"].strip(), "", coded["code"], chapter)

    def _in_chapter(self, html: str) -> None:
        """A paragraph with an anchor begins a part of the code; those without are its title."""
        line = _line(html)
        if not line:
            return
        name = _NAME.search(html)
        if name:
            self._page.parts.add(name["id"])
        elif self._chapter:
            self._titled(line)
            return
        level = next((i for i, word in enumerate(_LEVELS) if line.casefold().startswith(word)), len(_LEVELS))
        self._chapter = [held for held in self._chapter if held[0] < level]
        self._chapter.append((level, []))
        self._titled(line)

    def _titled(self, line: str) -> None:
        """One more line of the mark and title of the open part."""
        words = self._chapter[-1][1]
        if sum(map(len, words)) + len(line) > LONGEST_TITLE:
            self._page.faults.append(f"tên phần, chương quá dài: {line[:80]}")
        else:
            words.append(line)

    def _noted(self, article: CodifiedArticle, html: str) -> CodifiedArticle:
        note, item = _line(html), _ITEM.search(html)
        document = int(item["item"]) if item else 0
        return replace(article, note=note, source=self._sources.of(note), document=document)


def _links(html: str) -> Iterator[ArticleLink]:
    for piece in re.split(r"<a\b", html, flags=re.IGNORECASE)[1:]:
        head, _, rest = piece.partition(">")
        anchor = _ANCHOR.search(unescape(head))
        text = _line(re.split(r"</a\b", rest, maxsplit=1, flags=re.IGNORECASE)[0])
        if text:
            yield ArticleLink(text, anchor["id"] if anchor else "")


def _text(html: str) -> str:
    """Each block of HTML that says something on a line of its own, single-spaced."""
    lines = (" ".join(line.split()) for line in shown_text(html).split("\n"))
    return "\n".join(filter(None, lines))


def _line(html: str) -> str:
    return " ".join(shown_text(html).split())
