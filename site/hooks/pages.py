"""Views and templates to pages: one generated file for each thing that has a page.

A page's HTML does not pass through Markdown, which would parse every tag of it twice: the generated file holds the
title alone, and the HTML takes its place once MkDocs has rendered that.
"""

from __future__ import annotations

from html import escape
from pathlib import Path
from typing import Any

import jinja2
from mkdocs.structure.files import File, Files
from shelf import shelf_of

from kb.views.common import Shelf
from kb.views.pages import Page, pages

HERE = Path(__file__).resolve().parent
BODIES: dict[str, str] = {}
"""The HTML of each page of the build, by its path."""


def on_files(files: Files, config: Any) -> Files:
    shelf = shelf_of(config)
    # Autoescape: whatever stands in the YAML reaches the page as text, never as markup.
    loader = jinja2.FileSystemLoader(HERE.parent / "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    BODIES.clear()
    for page in pages(shelf):
        BODIES[page.path] = render(environment, page, shelf, config)
        files.append(File.generated(config, page.path, content=head(page)))
    return files


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """The page's own HTML, where the page is one of ours."""
    return BODIES.get(page.file.src_uri, html)


def render(environment: jinja2.Environment, page: Page, shelf: Shelf, config: Any) -> str:
    up = "../" * (page.path.count("/"))
    template = environment.get_template(f"{page.template}.html.j2")
    body = template.render(view=page.view, up=up, today=shelf.day.strftime("%d/%m/%Y"), repo=config.repo_url or "")
    return f'<div class="kb">{body}</div>\n'


def head(page: Page) -> str:
    """What MkDocs is told of a page: its title, which the theme writes as markup, and that it needs no columns."""
    search = "" if page.searched else "search: {exclude: true}\n"
    moved = f"moved: {yaml_text('../' * page.path.count('/') + page.view)}\n" if page.template == "moved" else ""
    return f"---\ntitle: {yaml_text(escape(page.title))}\nhide: [toc, navigation]\n{moved}{search}---\n"


def yaml_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
