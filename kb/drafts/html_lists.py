"""The numbers that a browser writes in front of the items of a list (HTML, 4.4.5 and 4.4.8): they stand in no text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.drafts.html_tags import attributes_of, tags_and_text
from kb.drafts.list_numbers import list_number

_FORMS = {"1": "decimal", "a": "lowerLetter", "A": "upperLetter", "i": "lowerRoman", "I": "upperRoman"}
_STYLES = {
    "decimal": "decimal", "decimal-leading-zero": "decimalZero", "lower-alpha": "lowerLetter",
    "lower-latin": "lowerLetter", "upper-alpha": "upperLetter", "upper-latin": "upperLetter",
    "lower-roman": "lowerRoman", "upper-roman": "upperRoman", "none": "none", "disc": "none", "circle": "none",
    "square": "none",
}  # fmt: skip
_STYLE = re.compile(r"(?<![\w-])list-style(?:-type)?\s*:[^;]{0,200}?(?<![\w-])(" + "|".join(_STYLES) + r")(?![\w-])")
_WHOLE = re.compile(r"\s*([+-]?\d{1,9})")
_OWN_MARK = re.compile(r"\s*(?:(?:Điều|Khoản|Điểm|Mục|Chương|Phần)\s+[\dIVX]+|[\dIVX]{1,5}|[a-zđA-ZĐ]\d?)\s?[.)/:]")
"""A number that an item bears in its own text: then a style sheet hides that of the list, which is not looked at."""
_HOLDERS = frozenset({"ol", "ul", "menu", "dir"})
_END = ". "


@dataclass
class _PageList:
    """One list: the number of its next item, and how it is written."""

    following: int = 1
    step: int = 1
    form: str = "none"


class PageLists:
    """Counts the lists of a page that a reader sees, in the order of the page."""

    def __init__(self, page: str) -> None:
        self._page = page
        self._open: list[_PageList] = []
        self._counts: Iterator[int] | None = None
        self._label = ""
        """The number of the item that has begun, until a text of it comes."""

    def see(self, tag: str, attributes: str) -> str:
        """A tag that is shown; the number of an item that ends, or holds another one, without a text of its own."""
        name = tag.lstrip("/")
        alone = self._label if name == "li" else ""
        if name == "li":
            self._label = ""
        if name in _HOLDERS:
            if tag.startswith("/"):
                del self._open[-1:]
            else:
                self._open.append(self._begun(attributes) if tag == "ol" else _PageList())
        elif tag == "li" and self._open:
            self._label = self._counted(self._open[-1], dict(attributes_of(attributes)))
        return alone

    def number(self, text: str) -> str:
        """What a browser writes in front of this text; empty but for the first one of an item."""
        if not self._label or text.isspace():
            return ""
        label, self._label = self._label, ""
        return "" if _OWN_MARK.match(text) else label

    def _begun(self, text: str) -> _PageList:
        attributes = dict(attributes_of(text))
        backwards = "reversed" in attributes
        items = self._items() if "reversed" in self._page else 0
        start = _whole(attributes.get("start", ""))
        form = _form(attributes, _FORMS["1"])
        return _PageList((items if backwards else 1) if start is None else start, -1 if backwards else 1, form)

    def _items(self) -> int:
        """How many items the list that begins has: counted once for all lists, where one of them counts backwards."""
        if self._counts is None:
            self._counts = iter(_items_of_lists(self._page))
        return next(self._counts, 0)

    def _counted(self, around: _PageList, attributes: dict[str, str]) -> str:
        own = _whole(attributes.get("value", ""))
        number = around.following if own is None else own
        around.following = number + around.step
        written = list_number(number, _form(attributes, around.form)) if around.form != "none" else ""
        return f"{written}{_END}" if written else ""


def _items_of_lists(page: str) -> list[int]:
    """How many items each `ol` of a page has, in the order in which they begin."""
    counts: list[int] = []
    open_: list[int | None] = []
    for tag, _ in tags_and_text(page):
        name = tag.lstrip("/")
        if name in _HOLDERS and tag.startswith("/"):
            del open_[-1:]
        elif name in _HOLDERS:
            open_.append(len(counts) if tag == "ol" else None)
            counts += [0] * (tag == "ol")
        elif tag == "li" and open_ and (place := open_[-1]) is not None:
            counts[place] += 1
    return counts


def _whole(value: str) -> int | None:
    found = _WHOLE.match(value)
    return int(found[1]) if found else None


def _form(attributes: dict[str, str], usual: str) -> str:
    styled = _STYLE.search(attributes.get("style", "").lower())
    return _STYLES[styled[1]] if styled else _FORMS.get(attributes.get("type", ""), usual)
