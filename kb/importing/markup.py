"""Marks of Markdown, which collections of legal texts are kept in: they are no words of the document.

What is left is kept as the text of a record, so footnote marks and signs that may be words stay;
`kb.language.markup` takes those off too, for a copy that is only searched and leads back to the text.
"""

from __future__ import annotations

import re

LONGEST_FRONT_MATTER = 5_000
"""Code points of a file among which the end of its front matter is looked for."""
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\n(?:[^\n]*\n)*?---[ \t]*(?:\n|$)")
_KEY = re.compile(r"^[\w ]{1,40}:", re.MULTILINE)
_LINE_MARKS = re.compile(r"\s*(?:>\s*)*(?:#{1,6}\s+)?")
_EMPHASIS = re.compile(
    r"\*{1,3}(?=\S)(?P<words>[^*]*[^*\s])\s*\*{1,3}|\*{2,3}|(?<![\w_])__(?=[^\W_])|(?<=[^\W_])__(?![\w_])"
)
_ESCAPED = re.compile(r"\\(?P<mark>[\\`*_{}\[\]()#+.!|>-])")


def without_marks(line: str) -> str:
    """The words of a line without marks of headings, quotations, emphasis, escapes and the edges of a table."""
    bare = line[_LINE_MARKS.match(line).end() :]  # type: ignore[union-attr]
    if "*" in bare or "__" in bare:
        plain = _EMPHASIS.sub(lambda match: match["words"] or "", bare)
        bare = plain.removesuffix("*") if bare.startswith("*") and not plain.startswith("*") else plain
    bare = _ESCAPED.sub(lambda match: match["mark"], bare) if "\\" in bare else bare
    return bare.strip(" \t|") if "|" in bare else bare


def front_matter_end(text: str) -> int:
    """Where the front matter (YAML between two lines of ``---``) ends; 0 where the file has none."""
    match = _FRONT_MATTER.match(text[:LONGEST_FRONT_MATTER])
    return match.end() if match and _KEY.search(match.group()) else 0
