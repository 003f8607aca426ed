"""Views and templates to pages: one generated file for each thing that has a page, and the files beside them.

A page's HTML does not pass through Markdown, which would parse every tag of it twice: the generated file holds the
title alone, and the HTML takes its place once MkDocs has rendered that.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any

import jinja2
from checker import runtime_of
from keeper import keeper_of
from mkdocs.structure.files import File, Files
from site_build import build_of
from templates import environment, shown

from kb.formats.visible import visible
from kb.language.dates import show_day, show_iso
from kb.site_build.build import published_zip
from kb.views.as_of import WEAK, brief, turns_of
from kb.views.files import files as downloads
from kb.views.menu import MENU, MenuEntry, menu
from kb.views.pages import Page, pages
from kb.views.site_snapshot import Badge, SiteSnapshot
from kb.views.sureness import FACT_LEGEND, LEGEND_LABEL, REMARK_LEGEND


def on_config(config: Any) -> None:
    """Give MkDocs the menus of the site."""
    config.nav = [navigation(entry) for entry in menu(build_of(config).snapshot, MENU)]


def navigation(entry: MenuEntry) -> dict[str, Any]:
    """An entry of a menu as MkDocs wants it: its words, with the file of its page or the entries below it."""
    below = [navigation(each) for each in entry.entries]
    return {entry.words: below or f"{entry.href}index.md"}


def on_files(files: Files, config: Any) -> Files:
    """Add a file for each page, and the files to carry away."""
    build, templates, notes = build_of(config), environment(), Notes()
    # A macro that a template imports sees globals alone.
    templates.globals.update(notes=notes, built=build.snapshot.day.isoformat(), weak=WEAK, zip=published_zip())
    templates.globals.update(keeper=keeper_of(config), has_checker=runtime_of(config) is not None)
    templates.globals.update(legend_label=LEGEND_LABEL, fact_legend=FACT_LEGEND, remark_legend=REMARK_LEGEND)
    today, repo = show_day(build.snapshot.day), config.repo_url or ""
    for page in pages(build.snapshot):
        build.pages[page.path] = page
        build.bodies[page.path] = body(build.snapshot, templates, notes, page, today, repo)
        files.append(File.generated(config, page.path, content=front_matter(page)))
    for path, content in downloads(build.snapshot, config.site_url or ""):
        files.append(File.generated(config, path, content=content))
    return files


def on_page_content(html: str, page: Any, config: Any, files: Files) -> str:
    """The page's own HTML, where it was made here."""
    return build_of(config).bodies.get(page.file.src_uri, html)


def on_env(env: jinja2.Environment, config: Any, files: Files) -> jinja2.Environment:
    """Let the theme's templates put out what those of the pages do."""
    env.finalize = shown
    env.filters["day"] = show_iso
    return env


class Notes(dict[tuple[Badge, bool], str]):
    """The badges of one page: each has one note, which its button opens; and whose statuses the page shows."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: dict[str, None] = {}
        self.held: set[str] = set()
        self.has_box = self.is_list = False
        self.tells_reasons = True

    def begin(self, page: Page) -> None:
        """Forget the page before."""
        self.clear()
        self.seen, self.held, self.has_box = {}, set(), False
        self.is_list, self.tells_reasons = page.is_list, page.tells_reasons

    def shortened(self, turns: Mapping[str, Sequence[Sequence[str]]]) -> Mapping[str, Any]:
        """Spans as the page holds them: a page that tells no reasons needs none of other days."""
        return turns if self.tells_reasons else {record: brief(spans) for record, spans in turns.items()}

    def add(self, badge: Badge, today: bool) -> str:
        """The id of the note of this badge; `today` when it is of the day that is asked about."""
        if today:
            self.see(badge.record)
        return self.setdefault((badge, today), f"vi-sao-{len(self) + 1}")

    def see(self, record: str) -> str:
        """A record whose status on the day that is asked about the page shows."""
        self.seen[record] = None
        return record

    def hold(self, records: Iterable[str]) -> str:
        """The page has a box to choose a day, which holds the spans of these records. Writes nothing."""
        self.has_box = True
        self.held.update(records)
        return ""

    @property
    def others(self) -> list[str]:
        """The records whose spans no box holds."""
        return [record for record in self.seen if record not in self.held]


def body(snapshot: SiteSnapshot, templates: jinja2.Environment, notes: Notes, page: Page, today: str, repo: str) -> str:
    """The page's HTML, with what the badges on it say at its end, on the day of the build and on others."""
    notes.begin(page)
    shown = templates.get_template(f"{page.template}.html.j2")
    text = shown.render(view=page.view, up=page.up, today=today, repo=repo)
    turns = turns_of(snapshot, notes.others)
    text += templates.get_template("notes.html.j2").render(up=page.up, turns=turns)
    return f'<div class="kb">{text}</div>\n'


def front_matter(page: Page) -> str:
    """What MkDocs reads of a page: its title, which the theme writes as markup, and that it needs no columns."""
    search = "" if page.searched else "search: {exclude: true}\n"
    moved = f"moved: {yaml_text(page.up + page.view)}\n" if page.template == "moved" else ""
    return f"---\ntitle: {yaml_text(escape(visible(page.title)))}\nhide: [toc, navigation]\n{moved}{search}---\n"


def yaml_text(text: str) -> str:
    """Text as a quoted value of YAML, on one line."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"').replace("\n", " ") + '"'
