"""The tags and the text of a web page (HTML, 13.2.5), in time proportional to its length.

`html.parser` takes the square of the length of some broken tags: 13 seconds for 50 kB of ``<a `` under Python 3.11.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape

MOST_ATTRIBUTES = 1_000
"""Characters of the attributes of a tag that are looked at."""
_WHOLE = frozenset({"input", "option", "optgroup", "textarea"})
"""Tags of which all are: some of their attributes are shown as text."""
_NAME = re.compile(r"</?([A-Za-z][^\s/>]*)")
_IN_TAG = re.compile(r"[\s/]+|=\s*|[^\s/>=]+")
_UNQUOTED = re.compile(r"[^\s>]*")
_ATTRIBUTE = re.compile(r"""([^\s"'>/=]+)(?:\s*=\s*(?:"([^"]*)|'([^']*)|([^\s>"']+)))?""")
_RAW = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in ("script", "style", "title")}
"""Elements in which no other tag is known than their own end."""
_COMMENT_END, _BOGUS_END = re.compile("--!?>"), re.compile(">")
_HUGE_NUMBER = re.compile(r"&#[xX]?[0-9A-Fa-f]{9,};?")
UNCLOSED = "!"
"""The name of what runs to the end of the page."""


def tags_and_text(page: str) -> Iterator[tuple[str, str]]:
    """``("", text)``, ``("p", attributes)`` for a start tag, ``("/p", "")`` for an end tag; names in small letters.

    Attributes are as they stand in the page, of most tags `MOST_ATTRIBUTES` at most. At the end stands ``(UNCLOSED,
    page from there on)`` where a tag, a comment or a raw element runs to the end of the page.
    """
    at = begin = 0
    while at < len(page):
        begin = page.find("<", at)
        if begin < 0:
            begin = len(page)
        if begin > at:
            yield "", plain(page[at:begin])
        named = _NAME.match(page, begin)
        if named:
            at = _behind_tag(page, named.end())
            name = named[1].lower()
            if page.startswith("</", begin):
                yield f"/{name}", ""
            else:
                most = at if name in _WHOLE else named.end() + MOST_ATTRIBUTES
                yield name, page[named.end() : min(at - 1, most)]
                at = _behind_raw_text(page, at, name)
        elif page.startswith(("<!", "<?", "</"), begin):
            at = _behind_comment(page, begin)
        elif begin < len(page):
            yield "", "<"
            at = begin + 1
        else:
            at = begin
    if at > len(page):
        yield UNCLOSED, page[begin:]


def attributes_of(text: str) -> Iterator[tuple[str, str]]:
    """Name in small letters and value of each attribute in what `tags_and_text` gives of a start tag.

    What stands within a value is none: ``style="border: 1px hidden"`` has no attribute ``hidden``.
    """
    for name, *values in _ATTRIBUTE.findall(text):
        yield name.lower(), "".join(values)


def _behind_tag(page: str, at: int) -> int:
    """The place behind the `>` of a tag; a quoted value may hold one. Behind the end where it never closes."""
    while at < len(page) and page[at] != ">":
        part = _IN_TAG.match(page, at)
        assert part  # every character but `>` is one of the three
        at = part.end()
        if part[0][0] == "=" and at < len(page):
            if page[at] in "\"'":
                close = page.find(page[at], at + 1)
                at = close + 1 if close > 0 else len(page)
            else:
                value = _UNQUOTED.match(page, at)
                at = value.end() if value else at
    return at + 1


def _behind_raw_text(page: str, at: int, name: str) -> int:
    if name not in _RAW:
        return at
    end = _RAW[name].search(page, at)
    return end.start() if end else len(page) + 1


def _behind_comment(page: str, begin: int) -> int:
    end = (_COMMENT_END if page.startswith("<!--", begin) else _BOGUS_END).search(page, begin + 2)
    return end.end() if end else len(page) + 1


def plain(text: str) -> str:
    """The characters that references stand for; a number of more digits than Unicode has is none."""
    return unescape(_HUGE_NUMBER.sub("\ufffd", text)) if "&" in text else text
