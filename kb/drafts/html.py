"""Web pages: the text that a reader sees, each block of HTML on a line of its own."""

from __future__ import annotations

from collections.abc import Iterator

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
    text = "".join(_seen_text(root))
    return Draft(name, "\n".join(line.strip() for line in text.split("\n")))


def _seen_text(root: etree._Element) -> Iterator[str]:
    """The pieces of text in the order of the page; every block begins and ends with a line feed.

    The text inside an element belongs to the element, the text behind it (lxml's tail) to its parent.
    """
    for event, element in etree.iterwalk(root, events=("start", "end")):
        if event == "start":
            if not _is_seen(element):
                continue
            inner = element.text
        else:
            parent = element.getparent()
            inner = element.tail if parent is not None and _is_seen(parent) else None
        if element.tag in _BLOCKS:
            yield "\n"
        yield inner or ""


def _is_seen(element: etree._Element) -> bool:
    """Whether a browser shows the element: no comment, and no script or the like around it."""
    return isinstance(element.tag, str) and not any(
        parent.tag in _UNSEEN for parent in (element, *element.iterancestors())
    )
