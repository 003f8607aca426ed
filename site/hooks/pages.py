"""Views and templates to pages: one generated file for each thing that has a page, and the files beside them.

A page's HTML does not pass through Markdown, which would parse every tag of it twice: the generated file holds the
title alone, and the HTML takes its place once MkDocs has rendered that.
"""

from __future__ import annotations

from html import escape
from typing import Any

import jinja2
from mkdocs.structure.files import File, Files
from shelf import shelf_of
from templates import environment

from kb.views.common import Badge, SiteSnapshot
from kb.views.files import files as downloads
from kb.views.pages import Page, pages

BODIES: dict[str, str] = {}
"""The HTML of each page of the build, by its path."""


def on_files(files: Files, config: Any) -> Files:
    snapshot = shelf_of(config)
    templates, notes = environment(), Notes()
    templates.globals["notes"] = notes
    BODIES.clear()
    for page in pages(snapshot):
        notes.clear()
        body = render(templates, page, snapshot, config) + templates.get_template("notes.html.j2").render(
            up=up(page), notes=notes
        )
        BODIES[page.path] = f'<div class="kb">{body}</div>\n'
        files.append(File.generated(config, page.path, content=head(page)))
    for path, content in downloads(snapshot, config.site_url or ""):
        files.append(File.generated(config, path, content=content))
    return files


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """The page's own HTML, where the page is one of ours."""
    return BODIES.get(page.file.src_uri, html)


class Notes(dict[tuple[Badge, bool], str]):
    """The badges of one page: each has one note, which its button opens."""

    def add(self, badge: Badge, today: bool) -> str:
        """The id of the note of this badge; `today` when it tells of the day that is asked about."""
        return self.setdefault((badge, today), f"vi-sao-{len(self) + 1}")


def render(templates: jinja2.Environment, page: Page, snapshot: SiteSnapshot, config: Any) -> str:
    """The page's HTML, without what the badges on it say."""
    template = templates.get_template(f"{page.template}.html.j2")
    today, repo = snapshot.day.strftime("%d/%m/%Y"), config.repo_url or ""
    return template.render(view=page.view, up=up(page), today=today, repo=repo)


def up(page: Page) -> str:
    """The way from a page to the site's root."""
    return "../" * page.path.count("/")


def head(page: Page) -> str:
    """What MkDocs is told of a page: its title, which the theme writes as markup, and that it needs no columns."""
    search = "" if page.searched else "search: {exclude: true}\n"
    moved = f"moved: {yaml_text(up(page) + page.view)}\n" if page.template == "moved" else ""
    return f"---\ntitle: {yaml_text(escape(page.title))}\nhide: [toc, navigation]\n{moved}{search}---\n"


def yaml_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
