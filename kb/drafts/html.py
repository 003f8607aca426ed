"""Web pages: the text that a reader sees, each block of HTML on a line of its own.

Read with the standard library alone, because it also runs in a browser. No tree is built, so depth costs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.html_encoding import decoded
from kb.drafts.html_inputs import shown_value
from kb.drafts.html_lists import PageLists
from kb.drafts.html_pictures import PagePictures
from kb.drafts.html_tags import UNCLOSED, attributes_of, tags_and_text
from kb.drafts.model import Draft
from kb.drafts.raised import RAISED
from kb.drafts.xhtml import SUFFIXES, as_html

SMALL_FILE = 1_000_000
"""Bytes up to which a page is read without a process of its own: it is read in time in proportion to its length, a
second at most, and nothing but its text is kept."""
_HIDDEN = frozenset({"script", "style", "noscript", "template", "title", "del"})
"""Elements that no reader sees, and what was deleted."""
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip
_EMPTY = ("br", "hr")
_PAIRED = frozenset(
    {
        "a", "address", "article", "b", "blockquote", "div", "dl", "em", "font", "footer", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "i", "ins", "main", "nav", "ol", "pre", "section", "span", "strong", "table", "u", "ul",
    }
)  # fmt: skip
"""Elements whose end is always typed, so that it is known how far one that is hidden goes."""
_CELL, _TERM = frozenset({"td", "th", "tr", "tbody"}), frozenset({"dt", "dd"})
_ENDED_BY = {
    "p": _BLOCKS - {"br"}, "li": frozenset({"li"}), "tr": frozenset({"tr", "tbody"}), "tbody": frozenset({"tbody"}),
    "td": _CELL, "th": _CELL, "dt": _TERM, "dd": _TERM,
}  # fmt: skip
"""Elements whose end need not be typed, and the tags in front of which they end (HTML, 13.1.2.4)."""
_HOLDERS = frozenset({"ul", "ol", "dl", "table"})
"""Elements that may stand in a list's item or a cell and hold items or cells of their own."""
_AROUND = frozenset({"tr", "tbody", "thead", "tfoot", "body", "html"})
"""Elements at whose end items, cells and rows end too."""
_UNSEEN_STYLE = re.compile(
    r"(?<![\w-])(?:display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all)", re.IGNORECASE
)
_FRAMES = frozenset({"iframe", "frame", "object", "embed"})
_UNCLOSED_MARK = re.compile(r"<!--|<[!?/]?[A-Za-z0-9]*")
_NOT_SHOWN = "không đóng, phần sau đó trình duyệt không hiện nên chưa đọc"


def read(data: bytes, name: str) -> Draft:
    """The text of an HTML file. Raises DraftUnreadable."""
    parts = xhtml_parts_of if Path(name).suffix.lower() in SUFFIXES else parts_of
    small = len(data) <= SMALL_FILE
    found = read_here(parts, data, name) if small else read_apart(parts, data, name, "HTML", TEXT_LIMITS)
    return Draft(name, found["text"], unread=tuple(found["unread"]))


def text_of(data: bytes) -> str:
    """The text of a page. Raises DraftUnreadable, whose words follow the name of the file."""
    text: str = parts_of(data)["text"]
    return text


def parts_of(data: bytes) -> dict[str, Any]:
    """`text` of a page, and `unread`, lines for a reader. Raises as `text_of` does."""
    return _parts(decoded(data))


def xhtml_parts_of(data: bytes) -> dict[str, Any]:
    """As `parts_of`, of a page that browsers read as XML."""
    return _parts(as_html(decoded(data)))


def _parts(page: str) -> dict[str, Any]:
    seen = _SeenPage(page)
    text = seen.text()
    return {"text": text, "unread": seen.unread(text)}


def shown_text(page: str) -> str:
    """What a browser shows of a page, or of a piece of one, each block on a line of its own. Never raises."""
    return _SeenPage(page).text()


class _SeenPage:
    """What a browser shows of a page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: Counter[str] = Counter()
        """Elements that no reader sees, which have not ended."""
        self._item = ""
        """The element that no reader sees whose end need not be typed; `_depth` are the holders open in it."""
        self._depth = 0
        self._frames = 0
        self._pictures = PagePictures()
        self._lists = PageLists(page)
        self._raised = 0
        """Elements open whose text stands above the line."""
        self._lost = False
        """Whether there is text in those elements."""
        self._rest = ""
        """The page from a tag or a comment on that runs to its end."""

    def text(self) -> str:
        """What is shown, each block on a line of its own."""
        return "\n".join(line.strip() for line in "".join(self._pieces()).split("\n"))

    def _pieces(self) -> Iterator[str]:
        """The characters, and a line feed at either end of every block."""
        begun = False
        for tag, text in tags_and_text(self._page):
            self._see(tag, text)
            if self._hides() or tag == UNCLOSED:
                continue
            name = tag.lstrip("/")
            if name in _BLOCKS:
                begun = True
                yield self._lists.see(tag, text)
                yield "\n\n" if name in _EMPTY else "\n"
            elif (value := shown_value(tag, text)) and not _is_unseen(text):
                begun = True
                yield f" {value} "
            elif not tag and (begun or not text.isspace()):  # the white space of the head is no text
                begun = True
                yield self._lists.number(text)
                yield text.translate(RAISED) if self._raised else text

    def _see(self, tag: str, text: str) -> None:
        """A tag with its attributes, or a text; the ends of elements that are not open count for nothing."""
        if self._item and tag:
            self._see_within_item(tag)
        if tag == UNCLOSED:
            self._rest = text
        elif tag in ("sup", "/sup"):
            self._raised = max(0, self._raised + (1 if tag == "sup" else -1))
        elif not tag:
            self._lost = self._lost or (self._hides() and not text.isspace())
        elif tag.startswith("/"):
            self._end(tag[1:])
        else:
            self._begin(tag, _is_unseen(text))
            if tag == "img" and not self._hides():
                self._pictures.see(text)

    def _hides(self) -> bool:
        return self._open.total() > 0 or bool(self._item)

    def _begin(self, tag: str, unseen: bool) -> None:
        if tag in _HIDDEN or self._open[tag] > 0 or (tag in _PAIRED and unseen):
            self._open[tag] += 1
        elif tag in _ENDED_BY and unseen and not self._item:
            self._item, self._depth = tag, 0
        elif tag in _FRAMES and not self._hides():
            self._frames += 1

    def _see_within_item(self, tag: str) -> None:
        """Ends the item at its own end, at that of what is around it, and in front of what cannot stand in it."""
        name, is_end = tag.lstrip("/"), tag.startswith("/")
        if self._depth:
            self._depth += (-1 if is_end else 1) * (name in _HOLDERS)
        elif name in self._ends_item(is_end=is_end):
            self._item = ""
            self._lost = self._lost and self._hides()
        else:
            self._depth += name in _HOLDERS

    def _ends_item(self, *, is_end: bool) -> frozenset[str]:
        if not is_end:
            return _ENDED_BY[self._item]
        return (_BLOCKS if self._item == "p" else _HOLDERS) | _AROUND | {self._item}

    def _end(self, tag: str) -> None:
        if self._open[tag] > 0:
            self._open[tag] -= 1
            self._lost = self._lost and self._hides()

    def unread(self, text: str) -> list[str]:
        """Lines for a reader, once all pieces were taken, which are `text` together."""
        frames = (
            f"{self._frames} khung lấy nội dung từ nơi khác; hãy mở nơi ấy và rà soát riêng" if self._frames else ""
        )
        return [line for line in (frames, self._pictures.unread(text), self._unclosed()) if line]

    def _unclosed(self) -> str:
        """Which tag or comment hides the rest of the page; empty where there is no text behind it."""
        mark = _UNCLOSED_MARK.match(self._rest)
        if mark and any(map(str.isalnum, self._rest[mark.end() :])):
            line = self._page.count("\n", 0, len(self._page) - len(self._rest)) + 1
            name = f"thẻ {mark[0].lower()}>" if mark[0][-1].isalnum() else "chú thích <!--"
            return f"{name} ở dòng {line} {_NOT_SHOWN}"
        unclosed = [*(name for name, count in self._open.items() if count), *filter(None, [self._item])]
        names = ", ".join(f"<{name}>" for name in unclosed)
        return f"thẻ {names} {_NOT_SHOWN}" if self._lost else ""


def _is_unseen(attributes: str) -> bool:
    """Whether a tag with these attributes says that its element is not shown."""
    return any(
        name == "hidden" or (name == "style" and _UNSEEN_STYLE.search(value))
        for name, value in attributes_of(attributes)
    )
