"""The names of elements of Word files that the reader knows, each with its namespace (ECMA-376 parts 1, 3 and 4)."""

from __future__ import annotations

WORD_NAMESPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
"""Of transitional and of strict files (ECMA-376 parts 4 and 1)."""
_COMPATIBILITY = "http://schemas.openxmlformats.org/markup-compatibility/2006"
FALLBACK = f"{_COMPATIBILITY} Fallback"
_MATH = (
    "http://schemas.openxmlformats.org/officeDocument/2006/math",
    "http://purl.oclc.org/ooxml/officeDocument/math",
)
_DRAWING = ("http://schemas.openxmlformats.org/drawingml/2006/main", "http://purl.oclc.org/ooxml/drawingml/main")
_PLACED = (
    "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "http://purl.oclc.org/ooxml/drawingml/wordprocessingDrawing",
)
_VML = "urn:schemas-microsoft-com:vml"
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
"""What empty elements of a run stand for."""
REFERENCES = ("headerReference", "footerReference")
SKIPPED = frozenset(
    {
        *("del", "moveFrom", "cellDel", "pPrChange", "rPrChange", "sectPrChange"),
        *("trPrChange", "tcPrChange", "tblPrChange", "tblPrExChange"),
    }
)
"""Elements of which no reader sees the text, or that say how it was."""
DELETED_WHOLE: dict[tuple[str, ...], str] = {("tr", "trPr"): "del", ("tc", "tcPr"): "cellDel"}
"""A row or a cell and its properties -> the mark there that says that it was deleted (17.13.5.12, 17.13.5.1)."""
CHOICES = ("ddList", "result", "default", "listEntry")
"""A list to choose from in a form (ECMA-376 part 1, 17.16.9)."""
RUNS = frozenset({"r", "formula"})
TEXTS = frozenset({"t", "formulaText", "shapeText"})
PARAGRAPHS = frozenset({"p", "shapeParagraph", "rt"})
"""`rt` is the small text above a word (17.3.3.25): it stands behind the line, as the text of a box does."""
PROPERTIES = frozenset({"pStyle", "numId", "ilvl", "rStyle", "rFonts", "vanish", "specVanish", "vertAlign"})
"""Of a paragraph or a run."""
_WORD = (
    "document", "body", "p", "r", "t", "sym", "sectPr", "altChunk", "subDoc", "pPr", "pStyle", "numId", "ilvl", "rPr",
    "rStyle", "rFonts", "rt", "vanish", "specVanish", "vertAlign", "tr", "trPr", "tc", "tcPr",
    *SKIPPED, *REFERENCES, *CHARACTERS, *CHOICES,
)  # fmt: skip


def holder(stack: list[str]) -> str:
    """The innermost open element but alternatives, which may stand anywhere."""
    return next(tag for tag in reversed(stack) if tag not in ("alternative", "alternatives"))


def _in(spaces: tuple[str, ...], names: dict[str, str]) -> dict[str, str]:
    return {f"{space} {local}": tag for space in spaces for local, tag in names.items()}


TAGS = {
    **_in(WORD_NAMESPACES, {local: local for local in _WORD}),
    **_in(_MATH, {"r": "formula", "t": "formulaText"}),
    **_in(_DRAWING, {"p": "shapeParagraph", "t": "shapeText", "blip": "picture"}),
    **_in(_PLACED, {"extent": "extent"}),
    **_in((_VML,), {"textpath": "textpath", "shape": "shape", "rect": "shape", "imagedata": "shapePicture"}),
    **_in((_COMPATIBILITY,), {"AlternateContent": "alternatives", "Choice": "alternative", "Fallback": "alternative"}),
}
"""Name with its namespace -> the word by which the reader knows it."""
