"""Web pages: the text that a reader sees, each block of HTML on a line of its own.

Read with the standard library alone, because it also runs in a browser. No tree is built, so depth costs nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from kb.drafts.apart import TEXT_LIMITS, read_apart, read_here
from kb.drafts.html_encoding import decoded
from kb.drafts.html_tags import tags_and_text
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


def read(data: bytes, name: str) -> Draft:
    """The text of an HTML file. Raises DraftUnreadable."""
    if len(data) <= SMALL_FILE:
        return Draft(name, read_here(text_of, data, name))
    return Draft(name, read_apart(text_of, data, name, "HTML", TEXT_LIMITS))


def text_of(data: bytes) -> str:
    """The text of a page. Raises DraftUnreadable, whose words follow the name of the file."""
    text = "".join(_seen(decoded(data)))
    return "\n".join(line.strip() for line in text.split("\n"))


def _seen(page: str) -> Iterator[str]:
    """The characters that a browser shows, and a line feed at either end of every block."""
    hidden, begun = _Hidden(), False
    for tag, text in tags_and_text(page):
        hidden.see(tag)
        if hidden:
            continue
        name = tag.lstrip("/")
        if name in _BLOCKS:
            begun = True
            yield "\n\n" if name in _EMPTY else "\n"
        elif text and (begun or not text.isspace()):  # the white space of the head is no text
            begun = True
            yield text


class _Hidden:
    """Whether a place of the page stands in an element that no reader sees."""

    def __init__(self) -> None:
        self._open: Counter[str] = Counter()

    def __bool__(self) -> bool:
        return self._open.total() > 0

    def see(self, tag: str) -> None:
        """A tag; the ends of elements that are not open count for nothing."""
        if tag in _HIDDEN:
            self._open[tag] += 1
        elif self._open[tag[1:]] > 0:
            self._open[tag[1:]] -= 1
