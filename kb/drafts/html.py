"""Web pages: the text a reader sees, a block a line."""

from __future__ import annotations

from lxml import etree
from lxml import html as lxml_html

from kb.drafts.model import Draft
from kb.errors import DraftUnreadable

_UNSEEN = ("script", "style", "noscript", "template", "head")
_BLOCKS = frozenset(
    {
        "address", "article", "blockquote", "br", "dd", "div", "dl", "dt", "footer", "h1", "h2", "h3", "h4", "h5", "h6",
        "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "table", "td", "th", "tr", "ul",
    }
)  # fmt: skip


def read(data: bytes, name: str) -> Draft:
    """The text of an HTML file. Raises DraftUnreadable."""
    encoding = None if b"charset" in data[:2048].lower() else "utf-8"
    parser = lxml_html.HTMLParser(encoding=encoding, no_network=True, huge_tree=False)
    try:
        root = lxml_html.document_fromstring(data, parser=parser)
    except (etree.LxmlError, ValueError, LookupError) as error:
        raise DraftUnreadable(f"“{name}” không đọc được như trang HTML") from error
    parts: list[str] = []
    for event, element in etree.iterwalk(root, events=("start", "end")):
        seen = isinstance(element.tag, str) and not any(
            parent.tag in _UNSEEN for parent in (element, *element.iterancestors())
        )
        if event == "start" and seen:
            parts += ["\n"] * (element.tag in _BLOCKS) + [element.text or ""]
        elif event == "end":
            parent = element.getparent()
            unseen = parent is None or any(p.tag in _UNSEEN for p in (parent, *parent.iterancestors()))
            parts += ["\n"] * (element.tag in _BLOCKS) + ["" if unseen else element.tail or ""]
    return Draft(name, "\n".join(line.strip() for line in "".join(parts).split("\n")))
