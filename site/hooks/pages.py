"""Views and templates to pages: one generated file for each thing that has a page, and the files beside them."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import jinja2
from mkdocs.structure.files import File, Files

from kb.corpus import load_corpus
from kb.publish import build_day, corpus_of
from kb.views.common import Badge, Shelf
from kb.views.files import files as downloads
from kb.views.pages import Page, pages

HERE = Path(__file__).resolve().parent


def on_files(files: Files, config: Any) -> Files:
    shelf = Shelf(load_corpus(corpus_of(config.config_file_path)), build_day())
    # Autoescape: whatever stands in the YAML reaches the page as text, never as markup.
    loader = jinja2.FileSystemLoader(HERE.parent / "templates")
    environment = jinja2.Environment(
        loader=loader, autoescape=True, undefined=jinja2.StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    notes = Notes()
    environment.globals["notes"] = notes
    for page in pages(shelf):
        notes.clear()
        body = render(environment, page, shelf, config) + environment.get_template("notes.html.j2").render(
            up=up(page), notes=notes
        )
        files.append(File.generated(config, page.path, content=markdown(page, body)))
    for path, content in downloads(shelf, config.site_url or ""):
        files.append(File.generated(config, path, content=content))
    return files


class Notes(dict[tuple[Badge, bool], str]):
    """The badges of one page: each has one note, which its button opens."""

    def add(self, badge: Badge, today: bool) -> str:
        """The id of the note of this badge; `today` when it tells of the day that is asked about."""
        return self.setdefault((badge, today), f"vi-sao-{len(self) + 1}")


def render(environment: jinja2.Environment, page: Page, shelf: Shelf, config: Any) -> str:
    """The page's HTML, without what the badges on it say."""
    template = environment.get_template(f"{page.template}.html.j2")
    today, repo = shelf.day.strftime("%d/%m/%Y"), config.repo_url or ""
    return template.render(view=page.view, up=up(page), today=today, repo=repo)


def up(page: Page) -> str:
    """The way from a page to the site's root."""
    return "../" * page.path.count("/")


def markdown(page: Page, body: str) -> str:
    # On one line, because Markdown leaves a raw block alone only until the first blank line in it.
    block = body.replace("\n", "&#10;")
    search = "" if page.searched else "search: {exclude: true}\n"
    head = f"title: {yaml_text(page.title)}\nhide: [toc, navigation]\n{search}"
    return f'---\n{head}---\n\n<div class="kb">{block}</div>\n'


def yaml_text(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
