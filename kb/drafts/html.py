"""Web pages: the text that a reader sees, each block of HTML on a line of its own.

Read with the standard library alone, because it also runs in a browser. No tree is built, so depth costs nothing.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

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
_UNCLOSED_MARK = re.compile(r"<!--|<[!?/]?[A-Za-z0-9]*")
_NOT_SHOWN = "không đóng, phần sau đó trình duyệt không hiện nên chưa đọc"
_EMPTY = ("br", "hr")


def read(data: bytes, name: str) -> Draft:
    """The text of an HTML file. Raises DraftUnreadable."""
    if len(data) <= SMALL_FILE:
        text, unread = read_here(page_of, data, name)
    else:
        text, unread = read_apart(page_of, data, name, "HTML", TEXT_LIMITS)
    return Draft(name, text, unread=(unread,) if unread else ())


def text_of(data: bytes) -> str:
    """The text of a page. Raises DraftUnreadable, whose words follow the name of the file."""
    return page_of(data)[0]


def page_of(data: bytes) -> list[str]:
    """The text of a page, and in Vietnamese what no browser shows of it because something is not closed."""
    page, hidden = decoded(data), _Hidden()
    return [_lines(page, hidden), hidden.unread(page)]


def shown_text(page: str) -> str:
    """What a browser shows of a page, or of a piece of one, each block on a line of its own. Never raises."""
    return _lines(page, _Hidden())


def _lines(page: str, hidden: _Hidden) -> str:
    return "\n".join(line.strip() for line in "".join(_seen(page, hidden)).split("\n"))


def _seen(page: str, hidden: _Hidden) -> Iterator[str]:
    """The characters that a browser shows, and a line feed at either end of every block."""
    begun = False
    for tag, text in tags_and_text(page):
        hidden.see(tag, text)
        if hidden or tag == UNCLOSED:
            continue
        name = tag.lstrip("/")
        if name in _BLOCKS:
            begun = True
            yield "\n\n" if name in _EMPTY else "\n"
        elif text and (begun or not text.isspace()):  # the white space of the head is no text
            begun = True
            yield text


class _Hidden:
    """Whether a place of the page stands in an element that no reader sees, and what was lost in one at the end."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()
        self._lost = False
        self._rest = ""

    def __bool__(self) -> bool:
        return self._open.total() > 0

    def see(self, tag: str, text: str) -> None:
        """A tag or a text; the ends of elements that are not open count for nothing."""
        if tag in _HIDDEN:
            self._open[tag] += 1
        elif self._open[tag[1:]] > 0:
            self._open[tag[1:]] -= 1
            self._lost = self._lost and bool(self)
        elif tag == UNCLOSED:
            self._rest = text
        elif not tag and self:
            self._lost = self._lost or not text.isspace()

    def unread(self, page: str) -> str:
        """Which tag or comment hides the rest of the page; empty where there is no text behind it."""
        mark = _UNCLOSED_MARK.match(self._rest)
        if mark and any(map(str.isalnum, self._rest[mark.end() :])):
            line = page.count("\n", 0, len(page) - len(self._rest)) + 1
            name = f"thẻ {mark[0].lower()}>" if mark[0][-1].isalnum() else "chú thích <!--"
            return f"{name} ở dòng {line} {_NOT_SHOWN}"
        names = ", ".join(f"<{name}>" for name, count in self._open.items() if count)
        return f"thẻ {names} {_NOT_SHOWN}" if self._lost else ""
