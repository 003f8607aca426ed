"""What Markdown and HTML leave in a text that is read as plain: marks of bold words, links, entities, footnote marks.

CommonMark 0.31 (emphasis, code spans, links, backslash escapes) and the entities of HTML (13.5). A mark is taken off
where it touches a word; a star that begins a line of a list, a line drawn with underscores and a blank that is left
open to be written in (``ngày ___ tháng``) stay.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.entities import html5

from kb.language.rewriting import Edit

SURE_MARKUP = r"*_`~\\\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021"
"""What nearly always is a mark, inside a class of a pattern."""
_QUOTED = r"^[ \t]{0,3}>"
"""How a line of a quotation begins."""
MARKUP_BEGINS = re.compile(
    rf"(?m:{_QUOTED})|==|[&<\[(](?:(?<=&)[#A-Za-z]|(?<=<)[/A-Za-z]|(?<=\[)[^\[\n]|(?<=\()[\d*]{{1,3}}\))"
)
"""How the other marks begin."""
_BEGIN = re.compile(rf"[&<\[({SURE_MARKUP}]|==|{_QUOTED}", re.MULTILINE)
_TAGS = "a|abbr|b|big|cite|code|em|font|i|ins|mark|s|small|span|strike|strong|sub|sup|u|wbr"
_TARGET = r'\( (?: <[^<>\n]{0,500}> | (?: [^()\s] | \([^()\s]{0,100}\) ){0,500} ) (?:\s"[^"\n]{0,200}")? \)'
_MARK = re.compile(
    rf"""
      (?P<entity> &(?: \#\d{{1,7}} | \#[xX][0-9A-Fa-f]{{1,6}} | [A-Za-z][A-Za-z\d]{{1,30}} ); )
    | (?P<line> <br\s?/?> )
    | (?P<note> <sup>\s{{0,3}}[\[(]?(?:\d{{1,3}}|\*{{1,3}})[\])]?\s{{0,3}}</sup>
        | \[\^[\w-]{{1,20}}\] | (?<=[\w)])(?:\[\d{{1,3}}\])+
        | (?:(?<=[A-ZĐ])|(?<=[A-ZĐ]\d\d)|(?<=TTg))\((?:\d{{1,2}}|\*{{1,3}})\)(?!\w)
        | (?:(?<=[A-ZĐ\d]\s)|(?<=TTg\s))(?:\[\d{{1,3}}\]|\((?:\d{{1,2}}|\*{{1,3}})\))(?=\s+(?:ngày|của)(?!\w))
        | (?:(?<![a-zà-ỹ\s])|(?<=TTg))[\u00b9\u00b2\u00b3\u2070-\u2079\u2020\u2021]+ )
    | (?P<tag> </?(?:{_TAGS})(?:\s[^<>\n]{{0,300}})?> )
    | (?P<link> \[ (?P<words> [^\[\]\n]{{1,300}} ) \] (?: {_TARGET} | \[[\w-]{{0,20}}\] ) )
    | (?P<escape> \\(?=[-_*.\#()\[\]!+&/~`\n]) )
    | (?P<stars> (?!(?<=\d)\*\d) (?: (?<=[^\s*])\*+ | (?<!\*)\*+(?=[^\s*]) ) )
    | (?P<code> `+ )
    | (?P<pair> (?<![~=])(?:~~|==)(?=[^\s~=]) | (?<=[^\s~=])(?:~~|==)(?![~=]) )
    | (?P<quoted> (?m:{_QUOTED}) (?:[ \t]?>){{0,5}} [ \t]? )
    | (?P<under> (?<!\w)_{{1,3}}(?=[^\W_]) | (?<=[^\W_])_{{1,3}}(?!\w) )
    """,
    re.VERBOSE,
)


def unmarked(text: str) -> Iterator[Edit]:
    """The edits that take the marks off, in the order of the text."""
    position = 0
    for begin in _BEGIN.finditer(text):
        match = _MARK.match(text, begin.start()) if begin.start() >= position else None
        if match is None:
            continue
        kind = match.lastgroup
        position = match.end() + (kind == "escape")  # the sign that is escaped is no mark
        if kind == "entity":
            character = _character(match.group())
            if character:
                yield *match.span(), character
        elif kind == "link":
            start, end = match.span("words")
            yield match.start(), start, ""
            yield end, match.end(), ""
        else:
            yield *match.span(), "\n" if kind == "line" else ""


def _character(entity: str) -> str:
    """What an entity stands for; empty where it is none."""
    name = entity[1:]
    if not name.startswith("#"):
        return html5.get(name, "")
    code = int(name[2:-1], 16) if name[1] in "xX" else int(name[1:-1])
    return chr(code) if 0x20 <= code < 0xD800 or 0xE000 <= code < 0x110000 else ""
