"""The documentation of the project as pages of the site: Markdown files in, pages under the site's own templates out.

The files are also read where the code is, so anchors are made as code hosts make them, and links between files lead
to their pages; what has no page leads to the repository, where `repo_url` names one, and is plain words elsewhere.
"""

from __future__ import annotations

import posixpath
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions.fenced_code import FencedCodeExtension
from markdown.extensions.tables import TableExtension
from markdown.extensions.toc import TocExtension, slugify_unicode
from markupsafe import Markup
from mkdocs.structure.files import File, Files
from pages import front_matter
from site_build import build_of
from templates import environment

from kb.views.manuals import MANUALS, Manual
from kb.views.pages import Page
from kb.views.site_snapshot import Hyperlink
from kb.workspace import PROJECT

_PLACES = {manual.source: manual for manual in MANUALS}


@dataclass(frozen=True)
class ManualView:
    """The page of a manual: what it is part of, its headings of the second level, and its text as HTML."""

    title: str
    part: Hyperlink
    contents: tuple[Hyperlink, ...]
    text: Markup


def on_files(files: Files, config: Any) -> Files:
    """Add the page of each manual. They are those of the program that builds the site, whatever project it is built in.

    Raises OSError where a file of the table is not there.
    """
    build, template = build_of(config), environment().get_template("manual.html.j2")
    for manual in MANUALS:
        view = manual_view(manual, (PROJECT / manual.source).read_text("utf-8"), config.repo_url or "")
        page = Page(manual.path, manual.title, "manual", view, searched=False)
        build.pages[page.path] = page
        build.bodies[page.path] = f'<div class="kb">{template.render(view=view, up=page.up)}</div>\n'
        files.append(File.generated(config, page.path, content=front_matter(page)))
    return files


def manual_view(manual: Manual, text: str, repo: str) -> ManualView:
    """The text of a file as its page; the heading of the file is that of the page, and left to the template."""
    _, _, rest = text.partition(f"# {manual.title}\n")
    toc = TocExtension(slugify=slugify_unicode)
    reader = Markdown(extensions=[FencedCodeExtension(), TableExtension(), toc])
    reader.treeprocessors.register(_Links(manual, repo), "links", 0)
    reader.treeprocessors.register(_Scrolled(), "scrolled", 0)
    html = reader.convert(rest).replace("<pre>", '<pre tabindex="0">')
    tokens: list[dict[str, Any]] = reader.toc_tokens  # set by the extension
    contents = tuple(Hyperlink(str(token["name"]), f"#{token['id']}") for token in tokens)
    return ManualView(manual.title, manual.part, contents, Markup(html))


class _Links:
    """Links lead from page to page of the site."""

    def __init__(self, manual: Manual, repo: str) -> None:
        self._manual, self._repo = manual, repo

    def run(self, root: Element) -> None:
        for link in root.iter("a"):
            href = self._led(link.attrib.pop("href"))
            if href is None:
                link.tag = "span"
                continue
            link.set("href", href)
            if urlsplit(href).scheme:
                link.set("rel", "noopener noreferrer")

    def _led(self, href: str) -> str | None:
        """Where a link of the file leads from its page; None where a reader of the site has nothing of it."""
        parts = urlsplit(href)
        if parts.scheme or not parts.path:
            return href
        path = posixpath.normpath(posixpath.join(posixpath.dirname(self._manual.source), parts.path))
        if path in _PLACES:
            up = "../" * self._manual.href.count("/")
            return f"{up}{_PLACES[path].href}" + (f"#{parts.fragment}" if parts.fragment else "")
        return f"{self._repo.rstrip('/')}/blob/HEAD/{path}" if self._repo else None


class _Scrolled:
    """A table that is wider than the screen is moved within its frame, by the keyboard too."""

    def run(self, root: Element) -> None:
        for parent in list(root.iter()):
            for index, table in enumerate(list(parent)):
                if table.tag == "table":
                    names = [cell.text or "" for cell in table.iter("th")]
                    label = ", ".join(name for name in names if name) or "Bảng"
                    frame = Element(
                        "div", {"class": "kb-scroll", "tabindex": "0", "role": "region", "aria-label": label}
                    )
                    parent[index] = frame
                    frame.append(table)
