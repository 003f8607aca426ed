"""Web pages: the text that a reader sees, each block of HTML on a line of its own.

Read with the standard library alone, because it also runs in a browser. No tree is built, so depth costs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.html_encoding import decoded
from kb.drafts.html_tags import UNCLOSED, tags_and_text
from kb.drafts.model import Draft

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
_PAIRED = frozenset({"div", "span", "section", "article", "table", "font", "ins"})
"""Elements whose end is always typed, so that it is known how far one that is hidden goes."""
_UNSEEN = re.compile(
    r"""(?:^|\s)hidden(?=[\s=/]|$)|\sstyle\s*=\s*(?:"[^"]*?|'[^']*?)(?<![\w-])"""
    r"""(?:display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all)""",
    re.IGNORECASE,
)
_FRAMES = frozenset({"iframe", "frame", "object", "embed"})
_UNCLOSED_MARK = re.compile(r"<!--|<[!?/]?[A-Za-z0-9]*")
_NOT_SHOWN = "không đóng, phần sau đó trình duyệt không hiện nên chưa đọc"


def read(data: bytes, name: str) -> Draft:
    """The text of an HTML file. Raises DraftUnreadable."""
    small = len(data) <= SMALL_FILE
    found = read_here(parts_of, data, name) if small else read_apart(parts_of, data, name, "HTML", TEXT_LIMITS)
    return Draft(name, found["text"], unread=tuple(found["unread"]))


def text_of(data: bytes) -> str:
    """The text of a page. Raises DraftUnreadable, whose words follow the name of the file."""
    text: str = parts_of(data)["text"]
    return text


def parts_of(data: bytes) -> dict[str, Any]:
    """`text` of a page, and `unread`, lines for a reader. Raises as `text_of` does."""
    page = _SeenPage(decoded(data))
    return {"text": page.text(), "unread": page.unread()}


def shown_text(page: str) -> str:
    """What a browser shows of a page, or of a piece of one, each block on a line of its own. Never raises."""
    return _SeenPage(page).text()


class _SeenPage:
    """What a browser shows of a page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: Counter[str] = Counter()
        """Elements that no reader sees, which have not ended."""
        self._frames = 0
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
            if self._open.total() or tag == UNCLOSED:
                continue
            name = tag.lstrip("/")
            if name in _BLOCKS:
                begun = True
                yield "\n\n" if name in _EMPTY else "\n"
            elif not tag and (begun or not text.isspace()):  # the white space of the head is no text
                begun = True
                yield text

    def _see(self, tag: str, text: str) -> None:
        """A tag with its attributes, or a text; the ends of elements that are not open count for nothing."""
        if tag == UNCLOSED:
            self._rest = text
        elif not tag:
            self._lost = self._lost or (self._open.total() > 0 and not text.isspace())
        elif tag.startswith("/"):
            self._end(tag[1:])
        elif tag in _HIDDEN or self._open[tag] > 0 or (tag in _PAIRED and _UNSEEN.search(text)):
            self._open[tag] += 1
        elif tag in _FRAMES and not self._open.total():
            self._frames += 1

    def _end(self, tag: str) -> None:
        if self._open[tag] > 0:
            self._open[tag] -= 1
            self._lost = self._lost and self._open.total() > 0

    def unread(self) -> list[str]:
        """Lines for a reader, once all pieces were taken."""
        frames = (
            f"{self._frames} khung lấy nội dung từ nơi khác; hãy mở nơi ấy và rà soát riêng" if self._frames else ""
        )
        return [line for line in (frames, self._unclosed()) if line]

    def _unclosed(self) -> str:
        """Which tag or comment hides the rest of the page; empty where there is no text behind it."""
        mark = _UNCLOSED_MARK.match(self._rest)
        if mark and any(map(str.isalnum, self._rest[mark.end() :])):
            line = self._page.count("\n", 0, len(self._page) - len(self._rest)) + 1
            name = f"thẻ {mark[0].lower()}>" if mark[0][-1].isalnum() else "chú thích <!--"
            return f"{name} ở dòng {line} {_NOT_SHOWN}"
        names = ", ".join(f"<{name}>" for name, count in self._open.items() if count)
        return f"thẻ {names} {_NOT_SHOWN}" if self._lost else ""
